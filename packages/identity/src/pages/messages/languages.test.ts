import { LOCALES } from "@zpr/model";
import { expect, test } from "vitest";
import { chooseLocale, messagesIn } from "./languages.ts";

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

test("every language says everything in words of its own", () => {
  const english = sentences(messagesIn("en"));
  for (const locale of LOCALES) {
    const said = sentences(messagesIn(locale));
    expect(said).toHaveLength(english.length);
    expect(said.every((sentence) => sentence.trim().length > 1)).toBe(true);
    const same = said.filter((sentence, index) => sentence === english[index]);
    if (locale !== "en") expect(same).toEqual(["Zero Plastic Rivers"]);
  }
});

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value("x"))];
  return Object.values(value ?? {}).flatMap(sentences);
}
