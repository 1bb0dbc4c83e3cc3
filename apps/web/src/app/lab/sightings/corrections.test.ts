import { expect, test } from "vitest";
import type { Sighting } from "../lab-api.ts";
import { correctionsOf, inputTime } from "./corrections.ts";

const sighting = {
  itemCode: "ABC123",
  seenAt: "2026-06-20T10:00:42.123Z",
  position: [4.4, 51.2],
  condition: "worn",
  surroundings: "bank",
  putBack: "put-back",
  noteHidden: false,
} as unknown as Sighting;

function said(more: Readonly<Record<string, string>> = {}) {
  const form = new Map(
    Object.entries({
      code: "ABC123",
      seen: inputTime(sighting.seenAt, true),
      latitude: "51.2",
      longitude: "4.4",
      condition: "worn",
      surroundings: "bank",
      putBack: "put-back",
      ...more,
    }),
  );
  return { get: (name: string) => form.get(name) ?? null };
}

test("nothing is corrected that says the same, seconds included", () => {
  expect(correctionsOf(sighting, said(), true)).toEqual([]);
});

test("another code is a decision apart from other values", () => {
  const other = said({ code: "xyz 789", condition: "damaged", noteHidden: "on" });
  expect(correctionsOf(sighting, other, true)).toEqual([
    { kind: "move", itemCode: "XYZ789" },
    { kind: "correct", values: { condition: "damaged", noteHidden: true } },
  ]);
});

test("a time is of the zone it was shown in, and a place can be taken away", () => {
  const [change] = correctionsOf(sighting, said({ seen: "2026-06-20T09:30", latitude: "" }), true);
  expect(change).toEqual({
    kind: "correct",
    values: { seenAt: "2026-06-20T09:30:00.000Z", position: null },
  });
  const local = inputTime(sighting.seenAt, false);
  expect(correctionsOf(sighting, said({ seen: local }), false)).toEqual([]);
});
