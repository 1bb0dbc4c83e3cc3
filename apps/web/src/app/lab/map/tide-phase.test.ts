import { describe, expect, it } from "vitest";
import { phaseAt, type TideTurn } from "./tide-phase.ts";

const HOUR = 3_600_000;
/** High water at 0, 12 and 24 h, low water six hours and a half later. */
const TURNS: readonly TideTurn[] = [0, 12, 24].flatMap((hour) => [
  { time: hour * HOUR, kind: "high", level: 2 } as const,
  { time: (hour + 6.5) * HOUR, kind: "low", level: -2 } as const,
]);

describe("the phase of the tide at a fix", () => {
  it.each([
    [0, 0, "ebb"],
    [3, 3, "ebb"],
    [6.5, 6.5, "flood"],
    [11.9, 11.9, "flood"],
    [12, 0, "ebb"],
    [29, 5, "ebb"],
  ])("at hour %d is %d h after high water, in the %s", (hour, hours, direction) => {
    const phase = phaseAt(TURNS, hour * HOUR);
    expect(phase?.hoursSinceHighWater).toBeCloseTo(hours);
    expect(phase?.direction).toBe(direction);
  });

  it("is not known where turns are not", () => {
    expect(phaseAt(TURNS, -HOUR)).toBeUndefined();
    expect(phaseAt(TURNS, 60 * HOUR)).toBeUndefined();
    expect(phaseAt(TURNS.slice(1), 7 * HOUR)).toBeUndefined();
    expect(phaseAt([], HOUR)).toBeUndefined();
  });
});
