import { describe, expect, it } from "vitest";
import { pluralKey } from "./plural-key.ts";

describe("pluralKey", () => {
  it("has one singular and one plural in English, Dutch and German", () => {
    for (const locale of ["en", "nl", "de"] as const)
      expect([0, 1, 2, 21].map((count) => pluralKey("reports", count, locale))).toEqual([
        "reports.other",
        "reports.one",
        "reports.other",
        "reports.other",
      ]);
  });

  it("takes none for a singular in French", () => {
    expect(pluralKey("reports", 0, "fr")).toBe("reports.one");
    expect(pluralKey("reports", 2, "fr")).toBe("reports.other");
  });
});
