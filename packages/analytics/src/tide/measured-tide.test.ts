import { expect, it } from "vitest";
import { measuredTide, tellTide } from "./measured-tide.ts";
import { tideCalendar } from "./tide-calendar.ts";

const HOUR = 3_600_000;
const PERIOD = 12.42 * HOUR;
const START = Date.parse("2026-07-01T00:00:00Z");
const place = {
  id: "series/1",
  name: "Dendermonde",
  position: [4.1, 51.03] as const,
  licence: { name: "", url: "" },
  credit: "",
};

/** Levels every ten minutes: a tide of 4 m with its high water at the start, and ripples on it. */
const levels = Array.from({ length: 3 * 144 }, (_, at) => {
  const time = START + at * 600_000;
  const ripple = at % 2 === 0 ? 0.03 : -0.03;
  const levelMetres = 2 * Math.cos((2 * Math.PI * (time - START)) / PERIOD) + ripple;
  return { time, levelMetres };
});

it("finds high and low waters in measured levels, and no ripples", () => {
  const tide = measuredTide(place, levels);
  const turns = tide.turns(START, START + 72 * HOUR);
  expect(turns.map(({ kind }) => kind).slice(0, 4)).toEqual(["low", "high", "low", "high"]);
  expect(turns).toHaveLength(11);
  const [low] = turns;
  expect(Math.abs((low?.time ?? 0) - (START + PERIOD / 2))).toBeLessThan(HOUR / 2);
  expect(tide.amplitudeMetres).toBeCloseTo(2, 1);
  const calendar = tideCalendar(tide, START + 20 * HOUR, START + 40 * HOUR);
  expect(calendar.phaseAt(START + 2 * PERIOD + 2 * HOUR)).toMatchObject({ direction: "ebb" });
});

it("goes straight between levels", () => {
  const two = [
    { time: START, levelMetres: 1 },
    { time: START + HOUR, levelMetres: 3 },
  ];
  const tide = measuredTide(place, two);
  expect(tide.levelAt(START + HOUR / 4)).toBe(1.5);
  expect(tide.riseAt(START + HOUR / 4)).toBeCloseTo(2 / 3600);
  expect(tide.levelAt(START + 5 * HOUR)).toBe(3);
});

it("tells the tide of no time that it does not cover, nor over a gap", () => {
  expect(tellTide(levels, START + HOUR, START + 30 * HOUR)).toBe(true);
  expect(tellTide(levels, START - HOUR, START + HOUR)).toBe(false);
  const gap = levels.filter(({ time }) => time < START + HOUR || time > START + 4 * HOUR);
  expect(tellTide(gap, START, START + 10 * HOUR)).toBe(false);
  expect(tellTide([], START, START + HOUR)).toBe(false);
});
