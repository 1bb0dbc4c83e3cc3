import { LOCALES, type Locale } from "@zpr/model";

/** The first language of a reader's list that we speak; English when there is none. */
export function firstSpoken(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = LOCALES.find((locale) => locale === tag.toLowerCase().split("-")[0]);
    if (found) return found;
  }
  return "en";
}
