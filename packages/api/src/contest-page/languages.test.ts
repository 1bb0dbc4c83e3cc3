import { LOCALES } from "@zpr/model";
import { expect, test } from "vitest";
import { contestWords, textIn } from "./languages.ts";

test("every language says everything about a contest in words of its own", () => {
  const english = sentences(contestWords("en"));
  for (const locale of LOCALES.filter((one) => one !== "en")) {
    const said = sentences(contestWords(locale));
    expect(said).toHaveLength(english.length);
    expect(said.filter((sentence, index) => sentence === english[index])).toEqual(
      locale === "fr" ? ["Ticket"] : [],
    );
  }
});

test.each([
  ["fr", { nl: "een", fr: "un" }, { text: "un", lang: "fr" }],
  ["fr", { nl: "een", de: "eins" }, { text: "een", lang: "nl" }],
  ["de", { en: "one" }, { text: "one", lang: "en" }],
] as const)("a page in %s shows %j as %j", (locale, text, shown) => {
  expect(textIn(text, locale)).toEqual(shown);
});

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return sentences(value(2, "y"));
  return Object.values(value ?? {}).flatMap(sentences);
}
