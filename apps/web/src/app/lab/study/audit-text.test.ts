import { expect, it } from "vitest";
import { auditLines } from "./audit-text.ts";

it("says from what to what, and leaves out what is nothing on both sides", () => {
  const before = { public_delay_hours: 0, note: "", closed_at: null };
  const after = { public_delay_hours: 24, note: "", closed_at: "2026-05-01T00:00:00Z" };
  expect(auditLines({ before, after })).toEqual([
    { column: "public delay hours", from: "0", to: "24" },
    { column: "closed at", from: null, to: "2026-05-01 00:00:00 UTC" },
  ]);
});

it("shows texts by language whole, and of a long text how long it is", () => {
  const after = { id: 3, finder_texts: { nl: "Dank!" }, water_lines: { characters: 9000 } };
  expect(auditLines({ before: null, after }).map(({ to }) => to)).toEqual([
    "nl: Dank!",
    "… (9000)",
  ]);
});
