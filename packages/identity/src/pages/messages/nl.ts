import type { Messages } from "./messages.ts";

/** Dutch. */
export const nl: Messages = {
  home: "Naar de startpagina",
  signIn: {
    title: "Aanmelden",
    lead: "Voor onderzoekers die plastic volgen van rivier tot zee.",
    email: "E-mailadres",
    password: "Wachtwoord",
    submit: "Aanmelden",
    wrong:
      "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk beide na en probeer het opnieuw.",
    tooMany: (minutes) =>
      `Er waren te veel pogingen. Wacht ${minutes} minuten en probeer het dan opnieuw, of vraag een beheerder om hulp.`,
    finder: "Iets gevonden op de oever? Daar is geen account voor nodig.",
    finderLink: "Meld het met de code",
  },
  signOut: {
    title: "Afmelden?",
    lead: "Je wordt op dit toestel afgemeld bij Zero Plastic Rivers.",
    submit: "Afmelden",
    stay: "Aangemeld blijven",
    doneTitle: "Je bent afgemeld",
    doneLead: "Je kunt deze pagina sluiten.",
  },
  setup: {
    title: "Maak het eerste account",
    lead: "Dit account is de beheerder: het maakt studies aan en laat anderen toe.",
    name: "Je naam",
    email: "E-mailadres",
    password: "Wachtwoord",
    passwordRule:
      "Minstens 12 tekens. Vier willekeurige woorden zijn makkelijk te onthouden en moeilijk te raden.",
    submit: "Account maken",
    goneTitle: "Deze link werkt niet meer",
    goneLead:
      "Hij is gebruikt, is ouder dan een dag, of de server heeft intussen een nieuwere gegeven. Herstart de server voor een nieuwe link, als er nog geen beheerder is.",
    elsewhereLead: (issuer) =>
      `Aanmelden gebeurt hier met ${issuer}. Wie vanaf deze pagina verdergaat, wordt de beheerder.`,
    elsewhereSubmit: "Aanmelden als beheerder",
    faults: {
      "name-missing": "Vul de naam in die anderen te zien krijgen.",
      "email-invalid": "Dit lijkt geen e-mailadres.",
      "email-taken": "Er is al een account met dit e-mailadres.",
      "password-short": "Het wachtwoord is te kort. Het heeft minstens 12 tekens nodig.",
      "password-long": "Het wachtwoord is te lang. Het mag hoogstens 256 tekens hebben.",
      "password-is-email": "Het wachtwoord mag niet je e-mailadres zijn.",
    },
  },
  invitation: {
    title: "Je bent uitgenodigd",
    lead: (study) => `Maak je account om mee te werken aan de studie ${study}.`,
    goneTitle: "Deze uitnodiging werkt niet meer",
    goneLead:
      "Ze is aangenomen, ingetrokken of ouder dan 14 dagen. Meld je aan of vraag een nieuwe.",
  },
  failed: {
    title: "Het aanmelden is niet gelukt",
    lead: "Het duurde te lang, was in een andere browser begonnen of werd afgebroken. Er is niets verloren: probeer het opnieuw.",
    again: "Opnieuw aanmelden",
    unreachableTitle: "Aanmelden lukt nu niet",
    unreachableLead:
      "De dienst waarmee je je aanmeldt, is op dit moment niet bereikbaar. Probeer het over een minuut opnieuw.",
    originTitle: "Dit verzoek kwam van een andere site",
    originLead:
      "Om je te beschermen is het niet uitgevoerd. Ga zelf naar de pagina en probeer het opnieuw.",
  },
};
