import { expect, it } from "vitest";
import { conflictRows } from "./conflict-rows.ts";

const fields = [
  { label: "name", text: ({ name }: { name: string; hours: number }) => name },
  { label: "hours", text: ({ hours }: { name: string; hours: number }) => `${hours} h` },
];

it("shows only the fields in which both differ", () => {
  expect(conflictRows(fields, { name: "a", hours: 1 }, { name: "a", hours: 2 })).toEqual([
    { label: "hours", mine: "1 h", theirs: "2 h" },
  ]);
});
