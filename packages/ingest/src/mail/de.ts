import type { MailTexts } from "./mail-texts.ts";

/** German. */
export const de: MailTexts = {
  subjects: {
    silent: (tracker) => `${tracker} schweigt`,
    "never-heard": (tracker) => `${tracker} hat sich noch nicht gemeldet`,
    "battery-low": (tracker) => `Die Batterie von ${tracker} ist schwach`,
    "moving-on-land": (tracker) => `${tracker} wird mitgenommen`,
  },
  subjectOfMany: (count, study) => `${count} Alarme in der Studie ${study}`,
  what: {
    silent: ({ tracker, since, allowed }) =>
      `${tracker} hat sich seit dem ${since} nicht gemeldet. Nach ${allowed} gilt ein Tracker als stumm.`,
    "never-heard": ({ tracker, since, allowed }) =>
      `${tracker} hat sich seit Beginn des Einsatzes am ${since} nicht gemeldet. Nach ${allowed} gilt ein Tracker als stumm.`,
    "battery-low": ({ tracker, since, battery }) =>
      `Die Batterie von ${tracker} ist schwach: ${battery}, gemessen am ${since}.`,
    "moving-on-land": ({ tracker, since, speed }) =>
      `${tracker} bewegt sich seit dem ${since} schneller, als etwas treiben kann: ${speed}. Vielleicht liegt der Gegenstand auf einem Schiff, in einer Tasche oder in einem Auto. Beurteilt wurde nur die Geschwindigkeit.`,
  },
  advice: {
    silent:
      "Was zu tun ist: nachsehen, wo der Tracker zuletzt war. Unter Wasser oder hinter einer Mauer meldet er sich oft von selbst wieder; sonst dort suchen, solange die Batterie reicht.",
    "never-heard":
      "Was zu tun ist: prüfen, ob der Tracker eingeschaltet ist, ob seine SIM-Karte funktioniert und ob Adresse und Port stimmen.",
    "battery-low":
      "Was zu tun ist: den Tracker einholen oder laden, oder ihn seltener melden lassen, damit er länger durchhält.",
    "moving-on-land":
      "Was zu tun ist: nachsehen, wohin der Tracker unterwegs ist und ob der Gegenstand gemeldet wurde. Wurde er mitgenommen, den Einsatz beenden oder darum bitten, ihn zurückzulegen.",
  },
  onMap: (url) => `Auf der Karte: ${url}`,
  inAll: (count, url) => `Insgesamt sind es ${count} Alarme. Alle Tracker ansehen: ${url}`,
  simulated: "Diese Studie ist simuliert: Kein echter Tracker ist betroffen.",
  why: (study) =>
    `Sie erhalten diese E-Mail, weil Sie die Studie ${study} in Zero Plastic Rivers betreuen.`,
  turnOff: (url) =>
    `Wenn Sie keine mehr möchten, schalten Sie „Alarme per E-Mail“ hier aus: ${url}`,
};
