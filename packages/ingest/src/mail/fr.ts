import type { MailTexts } from "./mail-texts.ts";

/** French. */
export const fr: MailTexts = {
  subjects: {
    silent: (tracker) => `${tracker} ne répond plus`,
    "never-heard": (tracker) => `Encore aucun signal de ${tracker}`,
    "battery-low": (tracker) => `La batterie de ${tracker} est faible`,
    "moving-on-land": (tracker) => `${tracker} est en cours de transport`,
  },
  subjectOfMany: (count, study) => `${count} alarmes dans l’étude ${study}`,
  what: {
    silent: ({ tracker, since, allowed }) =>
      `${tracker} n’a rien envoyé depuis le ${since}. Une balise est considérée comme muette après ${allowed}.`,
    "never-heard": ({ tracker, since, allowed }) =>
      `${tracker} n’a rien envoyé depuis le début de son déploiement, le ${since}. Une balise est considérée comme muette après ${allowed}.`,
    "battery-low": ({ tracker, since, battery }) =>
      `La batterie de ${tracker} est faible : ${battery}, mesure du ${since}.`,
    "moving-on-land": ({ tracker, since, speed }) =>
      `${tracker} se déplace depuis le ${since} plus vite que tout ce qui dérive : ${speed}. L’objet est peut-être sur un bateau, dans un sac ou dans une voiture. Seule la vitesse a été jugée.`,
  },
  advice: {
    silent:
      "Que faire : regardez où la balise se trouvait en dernier. Sous l’eau ou derrière un mur, elle revient souvent d’elle-même ; sinon, cherchez-la à cet endroit tant que sa batterie tient.",
    "never-heard":
      "Que faire : vérifiez que la balise est allumée, que sa carte SIM fonctionne et qu’elle appelle la bonne adresse et le bon port.",
    "battery-low":
      "Que faire : récupérez ou rechargez la balise, ou faites-la émettre moins souvent pour qu’elle dure plus longtemps.",
    "moving-on-land":
      "Que faire : regardez où va la balise et si quelqu’un a signalé l’objet. S’il a été emporté, terminez son déploiement ou demandez qu’il soit remis en place.",
  },
  onMap: (url) => `Sur la carte : ${url}`,
  inAll: (count, url) => `Il y a ${count} alarmes en tout. Voir toutes les balises : ${url}`,
  simulated: "Cette étude est simulée : aucune balise réelle n’est concernée.",
  why: (study) =>
    `Vous recevez ce message parce que vous vous occupez de l’étude ${study} dans Zero Plastic Rivers.`,
  turnOff: (url) =>
    `Pour ne plus en recevoir, désactivez « Alarmes par e-mail » à cette page : ${url}`,
};
