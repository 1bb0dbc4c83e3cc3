import type { WaterLines } from "@zpr/model";
import { expect, test } from "vitest";
import { metresToLines } from "./line-distance.ts";

const river: WaterLines = [
  [
    [4.3, 51.1],
    [4.3, 51.2],
    [4.4, 51.2],
  ],
];

test("measures to the nearest point of a line, not to its corners", () => {
  expect(metresToLines([4.31, 51.15], river)).toBeCloseTo(699.7, 0);
  expect(metresToLines([4.3, 51.15], river)).toBeCloseTo(0, 5);
});

test("measures to the end where the line has ended", () => {
  expect(metresToLines([4.3, 51.09], river)).toBeCloseTo(1112.6, 0);
});

test("knows no distance to lines that are not there", () => {
  expect(metresToLines([4.3, 51.09], [])).toBe(Number.POSITIVE_INFINITY);
});
