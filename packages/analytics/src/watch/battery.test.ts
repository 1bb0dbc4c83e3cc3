import { DEFAULT_WATCH_RULES } from "@zpr/model";
import { describe, expect, it, test } from "vitest";
import { batteryHealth, batteryTrend, judgeBattery, newestBattery } from "./battery.ts";

const NOW = new Date("2026-07-02T12:00:00Z");
const HOUR = 3_600_000;
const reading = (hoursAgo: number, volts: number | null, percent: number | null = null) => ({
  time: new Date(NOW.getTime() - hoursAgo * HOUR),
  volts,
  percent,
});
const fresh = { now: NOW, milliseconds: 6 * HOUR };
const judged = (...readings: readonly ReturnType<typeof reading>[]) =>
  judgeBattery(readings, fresh, DEFAULT_WATCH_RULES).amiss;

test.each([
  ["at the threshold", [reading(1, null, 20)], true],
  ["above it, but not recovered", [reading(1, null, 29)], "unchanged"],
  ["recovered", [reading(1, null, 30)], false],
  ["low by its volts", [reading(1, 3.5)], true],
  ["between by its volts", [reading(1, 3.55)], "unchanged"],
  ["well by its volts", [reading(1, 3.61)], false],
  ["well by percent, low by volts", [reading(1, 3.4, 90)], true],
  ["well by percent, between by volts", [reading(1, 3.55, 90)], "unchanged"],
  [
    "low once among well ones",
    [reading(3, null, 60), reading(2, null, 15), reading(1, null, 60)],
    false,
  ],
  [
    "well once among low ones",
    [reading(3, null, 12), reading(2, null, 60), reading(1, null, 11)],
    true,
  ],
  ["low, but long ago", [reading(6.1, null, 5)], "unchanged"],
  [
    "well now, low in what came late",
    [reading(48, null, 5), reading(30, null, 6), reading(1, null, 80)],
    false,
  ],
  ["said from the future", [reading(-1, null, 5)], "unchanged"],
  ["not said", [reading(1, null)], "unchanged"],
] as const)("a battery %s: amiss is %s", (_, readings, amiss) => {
  expect(judged(...readings)).toBe(amiss);
  expect(judged(...readings.toReversed())).toBe(amiss);
});

describe("batteryTrend", () => {
  const falling = Array.from({ length: 12 }, (_, day) =>
    reading(24 * (12 - day), null, 90 - 2 * day),
  );

  it("is what falls each day, whatever a few readings say", () => {
    expect(batteryTrend(falling, "percent")).toBeCloseTo(-2, 6);
    const [first, ...others] = falling;
    const charged = { ...reading(30, null, 100) };
    const cold = { ...reading(40, null, 20) };
    expect(
      batteryTrend([charged, ...others, cold, ...(first ? [first] : [])], "percent"),
    ).toBeCloseTo(-2, 0);
  });

  it("says nothing of a day or of a few readings", () => {
    expect(batteryTrend(falling.slice(0, 4), "percent")).toBeNull();
    const hourly = Array.from({ length: 20 }, (_, hour) => reading(hour, 4 - hour / 100));
    expect(batteryTrend(hourly, "volts")).toBeNull();
    expect(batteryTrend(falling, "volts")).toBeNull();
  });
});

describe("batteryHealth", () => {
  const newest = newestBattery([reading(2, 3.9, 60), reading(1, 3.8), reading(3, null, 61)]);

  it("is the newest of each that is known", () => {
    expect(newest).toEqual(reading(1, 3.8, 60));
    expect(newestBattery([reading(1, null)])).toBeNull();
  });

  it("counts the days until it is low", () => {
    const days = (percent: number | null, trend: number | null) =>
      batteryHealth(reading(1, 3.7, percent), trend, DEFAULT_WATCH_RULES).lowInDays;
    expect(days(60, -2)).toBeCloseTo(20, 6);
    expect(days(null, -0.01)).toBeCloseTo(20, 6);
    expect(days(15, -2)).toBe(0);
    expect(days(60, 0)).toBeNull();
    expect(days(60, 1)).toBeNull();
    expect(days(60, null)).toBeNull();
  });
});
