import fc from "fast-check";
import { expect, test } from "vitest";
import { boxRanges, tileKey, tileRange } from "./tile-key.ts";

const longitude = fc.double({ min: -180, max: 179.999, noNaN: true });
const latitude = fc.double({ min: -85, max: 85, noNaN: true });

test("a position lies in the run of keys of each tile above it", () => {
  fc.assert(
    fc.property(longitude, latitude, fc.integer({ min: 0, max: 22 }), (lon, lat, zoom) => {
      const side = 2 ** zoom;
      const x = Math.floor(((lon + 180) / 360) * side);
      const sine = Math.sin((lat * Math.PI) / 180);
      const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
      const [first, last] = tileRange(zoom, x, y);
      const key = tileKey([lon, lat]);
      expect(key >= first && key <= last).toBe(true);
    }),
  );
});

test("keys are exact integers of at most 52 bits", () => {
  expect(tileKey([179.9999999, -85.05])).toBeLessThan(2 ** 52);
  expect(tileKey([-180, 85.06])).toBe(0);
});

test("a box is covered by few runs of keys, and all its positions with it", () => {
  fc.assert(
    fc.property(
      longitude,
      latitude,
      fc.double({ min: 1e-5, max: 20, noNaN: true }),
      (lon, lat, size) => {
        const box = [lon, lat, Math.min(180, lon + size), Math.min(85, lat + size)] as const;
        const ranges = boxRanges(box);
        expect(ranges.length).toBeLessThanOrEqual(64);
        for (const point of [
          [box[0], box[1]],
          [box[2], box[3]],
          [(box[0] + box[2]) / 2, box[1]],
        ] as const) {
          const key = tileKey(point);
          expect(ranges.some(([first, last]) => key >= first && key <= last)).toBe(true);
        }
      },
    ),
  );
});

test("a box across the antimeridian is two boxes", () => {
  const ranges = boxRanges([179, -1, -179, 1]);
  for (const lon of [179.5, -179.5]) {
    const key = tileKey([lon, 0.5]);
    expect(ranges.some(([first, last]) => key >= first && key <= last)).toBe(true);
  }
});
