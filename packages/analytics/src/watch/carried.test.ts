import { DEFAULT_WATCH_RULES, type FixFlag, flagBits } from "@zpr/model";
import { expect, test } from "vitest";
import { judgeCarried } from "./carried.ts";

const NOW = new Date("2026-07-02T12:00:00Z");
const MINUTE = 60_000;
/** One thousandth of a degree of latitude is 111 m. */
const fix = (minutesAgo: number, north: number, ...flags: readonly FixFlag[]) => ({
  time: new Date(NOW.getTime() - minutesAgo * MINUTE),
  position: [4.3, 51 + north / 1000] as const,
  flags: flagBits(flags),
});
type Fix = ReturnType<typeof fix>;
const judge = (fixes: readonly Fix[], intervalSeconds: number | null = 600) =>
  judgeCarried(
    fixes,
    { now: NOW, milliseconds: 6 * 60 * MINUTE, intervalSeconds },
    DEFAULT_WATCH_RULES,
  );

const drift = [fix(50, 0), fix(40, 8), fix(30, 16), fix(20, 24)];
const car = [fix(30, 0), fix(20, 60), fix(10, 120)];

test.each([
  ["that drifts", drift, false],
  ["in a car", car, true],
  ["with one fast step", [fix(30, 0), fix(20, 60), fix(10, 61)], false],
  [
    "whose fast steps are not successive",
    [fix(40, 0), fix(30, 60), fix(20, 61), fix(10, 121)],
    false,
  ],
  [
    "of which the network says where it is",
    [fix(30, 0), fix(20, 60, "network"), fix(10, 120, "network")],
    "unchanged",
  ],
  [
    "whose positions are doubted",
    [fix(30, 0), fix(25, 60, "spike"), fix(20, 1), fix(10, 120, "imprecise"), fix(5, 2)],
    false,
  ],
  [
    "whose good positions came late",
    [fix(30, 0, "late"), fix(20, 60, "late"), fix(10, 120, "late")],
    true,
  ],
  [
    "whose noise jumps within seconds",
    [fix(10.1, 0), fix(10, 0.4), fix(9.9, 0), fix(9.8, 0.4)],
    false,
  ],
  [
    "carried yesterday, slow since",
    [fix(1500, 0), fix(1490, 60), fix(1480, 120), fix(20, 121), fix(10, 122)],
    false,
  ],
  ["carried yesterday, then silent", [fix(1500, 0), fix(1490, 60), fix(1480, 120)], "unchanged"],
  ["at a traffic light", [...car, fix(1, 120)], true],
  [
    "put down more than an hour ago",
    [fix(95, 0), fix(85, 60), fix(75, 120), fix(40, 120), fix(10, 120)],
    false,
  ],
  ["of two fixes", [fix(20, 0), fix(10, 60)], "unchanged"],
  ["of none", [], "unchanged"],
] as const)("a tracker %s: amiss is %s", (_, fixes, amiss) => {
  expect(judge(fixes).amiss).toBe(amiss);
  expect(judge(fixes.toReversed()).amiss).toBe(amiss);
});

test("two intervals without haste are as calm as an hour", () => {
  const daily = [
    fix(8000, 0),
    fix(6560, 8000),
    fix(5120, 16_000),
    fix(3680, 16_000),
    fix(100, 16_000),
  ];
  expect(judge(daily, 86_400).amiss).toBe(false);
  expect(judge(daily.slice(0, 4), 86_400).amiss).toBe("unchanged");
});

test("tells from when, how fast and where, and that speed alone was judged", () => {
  expect(judge([fix(40, 0), fix(30, 1), fix(20, 61), fix(10, 121)])).toEqual({
    amiss: true,
    since: fix(30, 1).time,
    evidence: {
      from: fix(30, 1).time.toISOString(),
      to: fix(10, 121).time.toISOString(),
      metresPerSecond: 11,
      position: fix(10, 121).position,
      carriedMetresPerSecond: 3,
      noiseMetres: 50,
      corridor: null,
    },
  });
});
