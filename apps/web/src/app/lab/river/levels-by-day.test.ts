import { expect, it } from "vitest";
import { levelsByDay } from "./levels-by-day.ts";

it("tells the lowest and the highest level of each UTC day", () => {
  const levels = [
    { time: Date.parse("2026-07-01T01:00Z"), metres: 2.5 },
    { time: Date.parse("2026-07-01T07:00Z"), metres: -1 },
    { time: Date.parse("2026-07-01T23:59Z"), metres: 0 },
    { time: Date.parse("2026-07-02T00:00Z"), metres: 0.5 },
  ];
  expect([...levelsByDay(levels)]).toEqual([
    ["2026-07-01", { low: -1, high: 2.5 }],
    ["2026-07-02", { low: 0.5, high: 0.5 }],
  ]);
});
