import type { Locale } from "@zpr/model";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { MailTexts } from "./mail-texts.ts";
import { nl } from "./nl.ts";

const texts: Readonly<Record<Locale, MailTexts>> = { en, nl, fr, de };

/** What the mails say in a language. */
export function mailTexts(locale: Locale): MailTexts {
  return texts[locale];
}
