import { expect, test } from "vitest";
import { chooseLocale } from "./languages.ts";

test.each([
  ["nl", "de", "nl"],
  ["pt-BR fr-BE en", "de", "fr"],
  [undefined, "nl-BE,nl;q=0.8,en;q=0.6", "nl"],
  [undefined, "en;q=0.3, de-AT;q=0.9", "de"],
  [undefined, "nl;q=0, fr;q=0.1", "fr"],
  ["", "ja,*;q=0.5", "en"],
  [undefined, undefined, "en"],
])("asked for %s with a browser that prefers %s, the page speaks %s", (asked, accepts, locale) => {
  expect(chooseLocale(asked, accepts)).toBe(locale);
});
