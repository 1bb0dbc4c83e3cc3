import type { ContestWords } from "./contest-words.ts";

/** French. */
export const fr: ContestWords = {
  announced: (opens) => `Les signalements participent à partir du ${opens}.`,
  open: (closes) => `Participent les signalements qui nous parviennent avant le ${closes}.`,
  closed: (closed) => `Le concours est clos depuis le ${closed}. Le tirage n’a pas encore eu lieu.`,
  drawn: (drawn) => `Le concours est terminé. Le tirage a eu lieu le ${drawn}.`,
  report: "Signaler une trouvaille",
  prizes: "Prix",
  rules: "Règlement",
  taking: "Comment participer",
  takingLines: (opens, closes) => [
    "Signalez un objet et cochez le concours à la fin du formulaire. Il ne faut ni compte ni achat.",
    "Vous recevez un ticket par objet et par jour où vous l’avez vu, quel que soit le nombre de signalements ce jour-là.",
    `Ce qui compte est le moment où votre signalement nous parvient : du ${opens} jusqu’avant le ${closes}. Un téléphone sans connexion peut arriver trop tard.`,
    "Chaque ticket a la même chance, où que l’objet ait été et quoi que vous en ayez fait.",
  ],
  tickets: (count) => (count <= 1 ? `${count} ticket jusqu’ici.` : `${count} tickets jusqu’ici.`),
  data: "Ce que nous gardons de vous",
  dataLines: (days) => [
    "Votre adresse e-mail, et votre nom si vous le donnez : pour vous joindre si vous gagnez, et pour rien que vous n’ayez coché.",
    "Vous recevez un seul message qui confirme votre participation. Son lien supprime votre adresse et votre nom ; vous ne participez alors plus, et votre signalement reste.",
    days === 1
      ? "1 jour après le tirage, nous supprimons noms et adresses."
      : `${days} jours après le tirage, nous supprimons noms et adresses.`,
  ],
  fair: "Pourquoi c’est équitable",
  fairLines: [
    "Les tickets ont des numéros qui ne disent pas à qui ils sont. À la clôture du concours, tous les numéros sont publiés ici.",
    "Le tirage les classe dans un ordre qui découle d’un seul secret, la graine, publiée ensuite elle aussi : chacun peut refaire le tirage.",
  ],
  seedHash:
    "La graine est déjà choisie. Voici son empreinte (SHA-256) ; le tirage prend cette graine et aucune autre :",
  outcome: "Résultat",
  noWinners: "Personne n’a participé.",
  place: "Rang",
  prize: "Prix",
  ticket: "Ticket",
  seed: "Graine",
  seedOrigins: {
    committed: "C’est celle dont l’empreinte avait été annoncée.",
    given: "Elle a été choisie au moment du tirage.",
    random: "Elle a été créée au hasard au moment du tirage.",
  },
  ticketList: "Les numéros de tous les tickets",
  noneTitle: "Il n’y a pas de concours ici",
  noneLead: "Cette étude n’en a pas annoncé, ou elle n’est pas publique.",
  home: "Vers la page d’accueil",
};
