import fc from "fast-check";
import { expect, test } from "vitest";
import { tileCell, tileCellBounds } from "./tile-cell.ts";
import { tileKey, tileRange } from "./tile-key.ts";

test("column and row of a map tile come back out of its first key", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 26 }), fc.nat(), fc.nat(), (z, a, b) => {
      const [x, y] = [a % 2 ** z, b % 2 ** z];
      const key = tileRange(z, x, y)[0] / 4 ** (26 - z);
      expect(tileCell(key)).toEqual([x, y]);
    }),
  );
});

test("a position lies in the bounds of its cell", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 179.999, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.integer({ min: 1, max: 26 }),
      (longitude, latitude, level) => {
        const key = Math.floor(tileKey([longitude, latitude]) / 4 ** (26 - level));
        const [west, south, east, north] = tileCellBounds(key, level);
        const slack = 1e-9;
        expect(longitude >= west - slack && longitude <= east + slack).toBe(true);
        expect(latitude >= south - slack && latitude <= north + slack).toBe(true);
      },
    ),
  );
});
