import type { Locale } from "@zpr/model";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { StudyWords } from "./study-words.ts";

const words: Readonly<Record<Locale, StudyWords>> = { en, nl, fr, de };

/** What the public page of a study says in a language. */
export function studyWords(locale: Locale): StudyWords {
  return words[locale];
}
