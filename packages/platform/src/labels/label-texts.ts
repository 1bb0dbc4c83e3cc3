import type { Locale } from "@zpr/model";

/** What a label asks of whoever finds it: in full, and for labels with little room. */
interface LabelText {
  readonly full: string;
  readonly short: string;
}

// "Put back" alone was understood as "throw it back into the water": each says on the bank, in the same place.
/** By language. */
export const LABEL_TEXTS: Readonly<Record<Locale, LabelText>> = {
  en: {
    full: "Found me? Please report me, then put me back on the bank, exactly where I lay.",
    short: "Please put me back on the bank, just where I lay.",
  },
  nl: {
    full: "Gevonden? Meld mij en leg mij dan terug op de oever, precies op de plek waar ik lag.",
    short: "Leg mij terug op de oever, precies waar ik lag.",
  },
  fr: {
    full: "Trouvé\u00a0? Merci de me signaler, puis de me reposer sur la rive, exactement là où j’étais.",
    short: "Merci de me reposer sur la rive, juste là où j’étais.",
  },
  de: {
    full: "Gefunden? Bitte melden und danach genau dort ans Ufer zurücklegen, wo ich lag.",
    short: "Bitte ans Ufer zurücklegen, genau wo ich lag.",
  },
};
