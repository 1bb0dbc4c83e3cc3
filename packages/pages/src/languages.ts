import { LOCALES, type Locale } from "@zpr/model";

/** The names of our languages, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
};

/** What the frame around every page says, in one language. */
interface FrameWords {
  readonly language: string;
  readonly errorTitle: (title: string) => string;
}

const frames: Readonly<Record<Locale, FrameWords>> = {
  en: { language: "Language", errorTitle: (title) => `Error: ${title}` },
  nl: { language: "Taal", errorTitle: (title) => `Fout: ${title}` },
  fr: { language: "Langue", errorTitle: (title) => `Erreur : ${title}` },
  de: { language: "Sprache", errorTitle: (title) => `Fehler: ${title}` },
};

/** What the frame of a page says in a language. */
export function frameWords(locale: Locale): FrameWords {
  return frames[locale];
}

/** The language to speak: the first we have of those asked for (`ui_locales`), then of those the browser prefers. */
export function chooseLocale(
  asked: string | undefined,
  acceptLanguage: string | undefined,
): Locale {
  const wanted = [...(asked?.split(" ") ?? []), ...preferred(acceptLanguage ?? "")];
  for (const tag of wanted) {
    const locale = LOCALES.find((one) => one === tag.split("-")[0]?.toLowerCase());
    if (locale) return locale;
  }
  return "en";
}

/** The languages of an Accept-Language header, most wanted first. */
function preferred(header: string): string[] {
  return header
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, two) => two.quality - one.quality)
    .map(({ tag }) => tag);
}
