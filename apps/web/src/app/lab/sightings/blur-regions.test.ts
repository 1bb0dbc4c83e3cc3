import { expect, test } from "vitest";
import { between, moved, resized, TAPPED } from "./blur-regions.ts";

test("a part of a photo never leaves it, and never vanishes", () => {
  expect(moved(TAPPED, [9, -9])).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.2 });
  expect(resized(TAPPED, [9, -9])).toEqual({ x: 0.4, y: 0.4, width: 0.6, height: 0.02 });
});

test("a part is the same from whichever corner it is drawn", () => {
  const [a, b] = [
    { x: 0.25, y: 0.75 },
    { x: 0.5, y: 0.25 },
  ];
  expect(between(a, b)).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  expect(between(b, a)).toEqual(between(a, b));
});
