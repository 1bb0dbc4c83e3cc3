import type { Locale } from "@zpr/model";

interface NotNowWords {
  readonly title: string;
  readonly lead: string;
  readonly again: string;
}

/** What a page says in place of one that cannot be made at the moment. */
const WORDS: Readonly<Record<Locale, NotNowWords>> = {
  en: {
    title: "This page cannot be shown just now",
    lead: "A part of this service does not answer at the moment. Wait a minute, then try again.",
    again: "Try again",
  },
  nl: {
    title: "Deze pagina kan nu niet worden getoond",
    lead: "Een deel van deze dienst antwoordt op dit moment niet. Wacht een minuut en probeer het dan opnieuw.",
    again: "Opnieuw proberen",
  },
  fr: {
    title: "Cette page ne peut pas être affichée pour le moment",
    lead: "Une partie de ce service ne répond pas en ce moment. Attendez une minute, puis réessayez.",
    again: "Réessayer",
  },
  de: {
    title: "Diese Seite kann gerade nicht gezeigt werden",
    lead: "Ein Teil dieses Dienstes antwortet im Moment nicht. Warten Sie eine Minute und versuchen Sie es dann noch einmal.",
    again: "Noch einmal versuchen",
  },
};

/** In a language. */
export function notNowWords(locale: Locale): NotNowWords {
  return WORDS[locale];
}
