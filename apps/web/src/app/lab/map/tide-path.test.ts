import { expect, it } from "vitest";
import { tidePath } from "./tide-path.ts";
import type { TideTurn } from "./tide-phase.ts";

const HOUR = 3_600_000;
const turns: readonly TideTurn[] = [
  { time: 0, kind: "high", level: 2 },
  { time: 6 * HOUR, kind: "low", level: -2 },
  { time: 12 * HOUR, kind: "high", level: 1 },
];
const span = { from: 0, to: 12 * HOUR };

it("the tide is drawn from side to side, high water at the top", () => {
  const levels = turns.map(({ time, level }) => ({ time, level }));
  expect(tidePath({ levels, turns }, span)).toEqual({
    kind: "curve",
    d: "M0.00000,0.000L0.50000,1.000L1.00000,0.250",
  });
});

it("a long time is drawn as the band between high and low waters", () => {
  expect(tidePath({ levels: [], turns }, span)).toEqual({
    kind: "band",
    d: "M0.00000,0.000L1.00000,0.250L0.50000,1.000Z",
  });
  expect(tidePath({ levels: [], turns: [] }, span)).toBeUndefined();
});
