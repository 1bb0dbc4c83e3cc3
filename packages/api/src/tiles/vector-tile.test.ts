import { VectorTile } from "@mapbox/vector-tile";
import { tileKey, tileRange } from "@zpr/model";
import fc from "fast-check";
import { PbfReader } from "pbf";
import { expect, test } from "vitest";
import { vectorTile } from "./vector-tile.ts";

test("a sum stands in the middle of its cell", () => {
  const [first] = tileRange(4, 9, 6);
  const key = first / 4 ** (26 - 4);
  const bytes = vectorTile("sums", { z: 2, x: 2, y: 1, keyLevel: 4 }, [
    { key, properties: { count: 7 } },
  ]);
  const feature = new VectorTile(new PbfReader(bytes)).layers["sums"]?.feature(0);
  expect(feature?.properties).toEqual({ count: 7 });
  expect(feature?.loadGeometry()[0]).toMatchObject([{ x: 1536, y: 2560 }]);
});

test("every point of a tile lies within it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 179.999, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.integer({ min: 0, max: 20 }),
      (longitude, latitude, z) => {
        const key = tileKey([longitude, latitude]);
        const x = Math.floor(((longitude + 180) / 360) * 2 ** z);
        const sine = Math.sin((latitude * Math.PI) / 180);
        const share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        const bytes = vectorTile("points", { z, x, y: Math.floor(share * 2 ** z) }, [
          { key, properties: {} },
        ]);
        const layer = new VectorTile(new PbfReader(bytes)).layers["points"];
        const [[point] = []] = layer?.feature(0).loadGeometry() ?? [];
        expect(point).toBeDefined();
        for (const step of [point?.x ?? -1, point?.y ?? -1]) {
          expect(step).toBeGreaterThanOrEqual(0);
          expect(step).toBeLessThan(4096);
        }
      },
    ),
  );
});
