import type { Messages } from "./messages.ts";

/** German. */
export const de: Messages = {
  home: "Zur Startseite",
  signIn: {
    title: "Anmelden",
    lead: "Für Forschende, die Plastik vom Fluss bis ins Meer verfolgen.",
    email: "E-Mail-Adresse",
    password: "Passwort",
    submit: "Anmelden",
    wrong:
      "Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.",
    tooMany: (minutes) =>
      `Es waren zu viele Versuche. Warten Sie ${minutes} Minuten und versuchen Sie es dann noch einmal, oder bitten Sie jemanden von der Verwaltung um Hilfe.`,
    finder: "Am Ufer etwas gefunden? Dafür brauchen Sie kein Konto.",
    finderLink: "Mit dem Code melden",
  },
  signOut: {
    title: "Abmelden?",
    lead: "Sie werden auf diesem Gerät von Zero Plastic Rivers abgemeldet.",
    submit: "Abmelden",
    stay: "Angemeldet bleiben",
    doneTitle: "Sie sind abgemeldet",
    doneLead: "Sie können diese Seite schließen.",
  },
  setup: {
    title: "Das erste Konto anlegen",
    lead: "Dieses Konto ist das der Verwaltung: Es legt Studien an und lässt andere herein.",
    name: "Ihr Name",
    email: "E-Mail-Adresse",
    password: "Passwort",
    passwordRule:
      "Mindestens 12 Zeichen. Vier zufällige Wörter sind leicht zu merken und schwer zu erraten.",
    submit: "Konto anlegen",
    goneTitle: "Dieser Link gilt nicht mehr",
    goneLead:
      "Er wurde benutzt, ist älter als ein Tag, oder der Server hat seither einen neueren ausgegeben. Starten Sie den Server neu, um einen neuen Link zu erhalten, falls es noch keine Verwaltung gibt.",
    elsewhereLead: (issuer) =>
      `Hier meldet man sich mit ${issuer} an. Wer von dieser Seite aus weitergeht, übernimmt die Verwaltung.`,
    elsewhereSubmit: "Anmelden und Verwaltung übernehmen",
    faults: {
      "name-missing": "Geben Sie den Namen an, den andere sehen werden.",
      "email-invalid": "Das sieht nicht wie eine E-Mail-Adresse aus.",
      "email-taken": "Mit dieser E-Mail-Adresse gibt es schon ein Konto.",
      "password-short": "Das Passwort ist zu kurz. Es braucht mindestens 12 Zeichen.",
      "password-long": "Das Passwort ist zu lang. Es darf höchstens 256 Zeichen haben.",
      "password-is-email": "Das Passwort darf nicht Ihre E-Mail-Adresse sein.",
    },
  },
  invitation: {
    title: "Sie sind eingeladen",
    lead: (study) => `Legen Sie Ihr Konto an, um an der Studie ${study} mitzuarbeiten.`,
    goneTitle: "Diese Einladung gilt nicht mehr",
    goneLead:
      "Sie wurde angenommen, zurückgezogen oder ist älter als 14 Tage. Melden Sie sich an oder bitten Sie um eine neue.",
  },
  failed: {
    title: "Die Anmeldung hat nicht geklappt",
    lead: "Sie hat zu lange gedauert, wurde in einem anderen Browser begonnen oder abgebrochen. Nichts ist verloren: Versuchen Sie es noch einmal.",
    again: "Noch einmal anmelden",
    unreachableTitle: "Die Anmeldung antwortet nicht",
    unreachableLead:
      "Der Dienst für die Anmeldung ist gerade nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.",
    originTitle: "Diese Anfrage kam von einer anderen Website",
    originLead:
      "Zu Ihrem Schutz wurde sie nicht ausgeführt. Gehen Sie selbst auf die Seite und versuchen Sie es noch einmal.",
  },
};
