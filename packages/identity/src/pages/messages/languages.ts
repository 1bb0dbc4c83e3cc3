import { LOCALES, type Locale } from "@zpr/model";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Messages } from "./messages.ts";
import { nl } from "./nl.ts";

/** The names of our languages, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
};

const messages: Readonly<Record<Locale, Messages>> = { en, nl, fr, de };

/** What the pages say in a language. */
export function messagesIn(locale: Locale): Messages {
  return messages[locale];
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
