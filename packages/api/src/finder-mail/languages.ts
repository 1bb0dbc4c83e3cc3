import type { Locale } from "@zpr/model";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { FinderWords } from "./finder-words.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

const words: Readonly<Record<Locale, FinderWords>> = { en, nl, fr, de };

/** What finders read in a language. */
export function finderWords(locale: Locale): FinderWords {
  return words[locale];
}
