import { describe, expect, it } from "vitest";
import { laterTide } from "./later-tide.ts";
import { tideCalendar } from "./tide-calendar.ts";
import { openTideDatabase } from "./tide-database.ts";

const database = await openTideDatabase();
const station = database.nearest([3.82, 51.336])?.station;
if (!station) throw new Error("no station at Terneuzen");

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.parse("2026-07-01T00:00:00Z");
const calendar = tideCalendar(station, FROM, FROM + 29 * DAY);
const highs = calendar.turns.filter(({ kind }) => kind === "high");
const lows = calendar.turns.filter(({ kind }) => kind === "low");

describe("the phase of the tide", () => {
  it("counts hours since high water, ebbing until low water and flooding after it", () => {
    for (const { time } of highs.slice(0, -1)) {
      const low = lows.find((turn) => turn.time > time)?.time ?? Number.NaN;
      const phase = calendar.phaseAt(time + HOUR);
      expect(phase?.direction).toBe("ebb");
      expect(phase?.hoursSinceHighWater).toBeCloseTo(1);
      const rising = calendar.phaseAt(low + HOUR);
      expect(rising?.direction).toBe("flood");
      expect(rising?.hoursSinceHighWater).toBeCloseTo((low + HOUR - time) / HOUR);
    }
  });

  it("is known at any instant of its span and none outside", () => {
    for (let time = FROM; time <= FROM + 29 * DAY; time += HOUR) {
      const hours = calendar.phaseAt(time)?.hoursSinceHighWater ?? Number.NaN;
      expect(hours).toBeGreaterThanOrEqual(0);
      expect(hours).toBeLessThan(13.5);
    }
    expect(calendar.phaseAt(FROM - 1)).toBeUndefined();
    expect(calendar.phaseAt(FROM + 29 * DAY + 1)).toBeUndefined();
  });

  it("agrees with the levels it is predicted with", () => {
    for (const { time, levelMetres } of highs) {
      expect(station.levelAt(time)).toBeCloseTo(levelMetres, 1);
      expect(station.levelAt(time + HOUR)).toBeLessThan(levelMetres);
    }
  });

  it.each([
    // Full moon of 29 July 2026 and new moon of 14 July; the tide follows by about two days.
    ["spring", "2026-07-16T12:00:00Z"],
    ["neap", "2026-07-09T12:00:00Z"],
    ["neap", "2026-07-23T12:00:00Z"],
  ])("is %s on %s", (age, day) => {
    expect(calendar.phaseAt(Date.parse(day))?.age).toBe(age);
  });

  it("has a larger range at springs than at neaps", () => {
    const ranges = (age: string) =>
      Array.from({ length: 29 }, (_, day) => calendar.phaseAt(FROM + day * DAY))
        .filter((phase) => phase?.age === age)
        .map((phase) => phase?.rangeMetres ?? Number.NaN);
    expect(Math.min(...ranges("spring"))).toBeGreaterThan(Math.max(...ranges("neap")));
    expect(ranges("spring").length + ranges("neap").length).toBeLessThan(29);
  });
});

describe("the tide of a place upstream", () => {
  it("comes later by its lag and with its share of the range", () => {
    const there = laterTide(station, { lagMinutes: 209, rangeShare: 1.05 });
    const later = there.turns(FROM + 209 * 60_000, FROM + 2 * DAY + 209 * 60_000);
    const turns = station.turns(FROM, FROM + 2 * DAY);
    expect(later.map(({ time }) => time - 209 * 60_000)).toEqual(turns.map(({ time }) => time));
    expect(later[0]?.levelMetres).toBeCloseTo((turns[0]?.levelMetres ?? 0) * 1.05);
    expect(there.levelAt(FROM + 209 * 60_000)).toBeCloseTo(station.levelAt(FROM) * 1.05);
    const phase = tideCalendar(there, FROM, FROM + DAY).phaseAt(FROM + 10 * HOUR);
    const here = calendar.phaseAt(FROM + 10 * HOUR - 209 * 60_000);
    expect(phase?.hoursSinceHighWater).toBeCloseTo(here?.hoursSinceHighWater ?? Number.NaN);
  });
});
