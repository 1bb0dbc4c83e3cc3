import { LOCALES } from "@zpr/model";
import { expect, test } from "vitest";
import { finderWords } from "./languages.ts";

test("every language says everything in words of its own", () => {
  const english = sentences(finderWords("en"));
  for (const locale of LOCALES.filter((one) => one !== "en")) {
    const said = sentences(finderWords(locale));
    expect(said).toHaveLength(english.length);
    const same = said.filter((sentence, index) => sentence === english[index]);
    // A link and a researcher's question stand in lines of their own, as they are given.
    expect(same.filter((sentence) => sentence !== "y")).toEqual([]);
  }
});

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return sentences(value("x", "y"));
  return Object.values(value ?? {}).flatMap(sentences);
}
