import { readFileSync } from "node:fs";
import type { Locale } from "@zpr/model";

const FOLDER = new URL("../../apps/web/src/i18n/", import.meta.url);

/** What the web app says under a key such as `place.map`, or `lab/map/map.legend` in another file of messages. */
export function say(locale: Locale, key: string): string {
  const end = key.lastIndexOf("/") + 1;
  const path = key.slice(end);
  const file = new URL(`${key.slice(0, end)}${locale}.json`, FOLDER);
  let found: unknown = JSON.parse(readFileSync(file, "utf8"));
  for (const part of path.split("."))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[part];
  if (typeof found !== "string") throw new Error(`there is no message "${key}"`);
  return found;
}
