import { expect, it } from "vitest";
import type { Tide } from "./release-api.ts";
import { CURVE, drawTide } from "./tide-curve.ts";

const NOW = Date.parse("2026-07-01T10:00:00.000Z");
const HOUR = 3_600_000;
const levels = Array.from({ length: 80 }, (_, at) => ({
  time: new Date(NOW + (at - 20) * HOUR).toISOString(),
  levelMetres: 2 * Math.cos((at / 12.4) * 2 * Math.PI),
}));
const tide = {
  levels,
  extremes: [
    { time: new Date(NOW + 2 * HOUR).toISOString(), kind: "high", levelMetres: 2, age: "spring" },
    { time: new Date(NOW + 40 * HOUR).toISOString(), kind: "low", levelMetres: -2, age: "spring" },
  ],
} as unknown as Tide;

it("draws the tide around now inside its frame, high water higher up", () => {
  const drawing = drawTide(tide, NOW);
  expect(drawing?.turns).toHaveLength(1);
  expect(drawing?.turns[0]?.y).toBeLessThan(drawing?.now.y ?? 0);
  for (const { x, y } of [drawing?.now, ...(drawing?.turns ?? [])].flatMap((spot) => spot ?? [])) {
    expect(x).toBeGreaterThanOrEqual(CURVE.left);
    expect(x).toBeLessThanOrEqual(CURVE.width - CURVE.right);
    expect(y).toBeGreaterThanOrEqual(CURVE.top);
    expect(y).toBeLessThanOrEqual(CURVE.height - CURVE.bottom);
  }
  expect(drawing?.metres.map(({ value }) => value)).toEqual([-3, -2, -1, 0, 1, 2]);
});

it("draws nothing of a time that it does not know", () => {
  expect(drawTide(tide, NOW + 400 * HOUR)).toBeUndefined();
});
