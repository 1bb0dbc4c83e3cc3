import { LOCALES } from "@zpr/model";
import { expect, test } from "vitest";
import { messagesIn } from "./languages.ts";

test("every language says everything in words of its own", () => {
  const english = sentences(messagesIn("en"));
  for (const locale of LOCALES) {
    const said = sentences(messagesIn(locale));
    expect(said).toHaveLength(english.length);
    expect(said.every((sentence) => sentence.trim().length > 1)).toBe(true);
    const same = said.filter((sentence, index) => sentence === english[index]);
    if (locale !== "en") expect(same).toEqual([]);
  }
});

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value("x"))];
  return Object.values(value ?? {}).flatMap(sentences);
}
