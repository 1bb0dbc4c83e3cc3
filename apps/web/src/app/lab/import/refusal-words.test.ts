import { expect, test } from "vitest";
import { refusalWords } from "./refusal-words.ts";
import { SheetRefused } from "./sheet-refused.ts";

test.each([
  [new SheetRefused({ kind: "empty" }), "refused.empty", {}],
  [
    new SheetRefused({ kind: "rows-too-many", rows: 30_000, most: 20_000 }),
    "refused.rows-too-many",
    { rows: "30.000", most: "20.000" },
  ],
  [
    new SheetRefused({ kind: "columns-unknown", columns: "code, type" }),
    "refused.columns-unknown",
    { columns: "code, type" },
  ],
  [new SheetRefused(undefined), "refused.unknown", {}],
  [new TypeError("failed to fetch"), "unreached", {}],
])("%o is told as %s", (reason, key, values) => {
  expect(refusalWords(reason, "nl")).toEqual({ key: `lab.import.${key}`, values });
});
