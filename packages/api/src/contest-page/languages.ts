import { LOCALES, type Locale } from "@zpr/model";
import type { LocalText } from "@zpr/ports";
import type { ContestWords } from "./contest-words.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

const words: Readonly<Record<Locale, ContestWords>> = { en, nl, fr, de };

/** What the page of a contest says in a language. */
export function contestWords(locale: Locale): ContestWords {
  return words[locale];
}

/** A study's own text in a language, else in the first it was written in. */
export function textIn(text: LocalText, locale: Locale): { readonly text: string; lang: Locale } {
  const lang = [locale, ...LOCALES].find((one) => text[one] !== undefined) ?? locale;
  return { text: text[lang] ?? "", lang };
}

/** A time as the page writes it; UTC, since whom it concerns lives anywhere. */
export function instantIn(locale: Locale, instant: Date): string {
  const written = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(instant);
  return `${written} (UTC)`;
}
