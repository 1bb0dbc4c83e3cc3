import type { Locale } from "@zpr/model";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Messages } from "./messages.ts";
import { nl } from "./nl.ts";

const messages: Readonly<Record<Locale, Messages>> = { en, nl, fr, de };

/** What the pages say in a language. */
export function messagesIn(locale: Locale): Messages {
  return messages[locale];
}
