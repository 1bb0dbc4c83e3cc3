import type { Feature } from "geojson";
import { expect, it } from "vitest";
import { isSameFeatures } from "./same-features.ts";

const point = (x: number, name = "a"): Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [x, 51] },
  properties: { name },
});
const geometry = {
  type: "LineString",
  coordinates: [
    [4, 51],
    [5, 52],
  ],
} as Feature["geometry"];
const line = (one = geometry): Feature => ({ type: "Feature", geometry: one, properties: null });

it("points are the same where place and properties are", () => {
  expect(isSameFeatures([point(1), point(2)], [point(1), point(2)])).toBe(true);
  expect(isSameFeatures([point(1)], [point(2)])).toBe(false);
  expect(isSameFeatures([point(1)], [point(1, "b")])).toBe(false);
  expect(isSameFeatures([point(1)], [point(1), point(1)])).toBe(false);
});

it("a line is the same only when it is the very one", () => {
  expect(isSameFeatures([line()], [line()])).toBe(true);
  expect(isSameFeatures([line()], [line({ ...geometry })])).toBe(false);
});
