import { expect, test } from "vitest";
import { boundsOf } from "./map-bounds.ts";

const feature = (geometry: object) => ({
  type: "Feature" as const,
  properties: {},
  geometry: geometry as never,
});

test("the bounds hold every point and every place of every line", () => {
  const features = [
    feature({ type: "Point", coordinates: [4.4, 51.2] }),
    feature({
      type: "LineString",
      coordinates: [
        [3.5, 51.4],
        [4.1, 50.9],
      ],
    }),
    feature({
      type: "MultiLineString",
      coordinates: [
        [
          [4, 51],
          [4.2, 51.7],
        ],
      ],
    }),
  ];
  expect(boundsOf({ type: "FeatureCollection", features })).toEqual([3.5, 50.9, 4.4, 51.7]);
});

test("nothing has no bounds", () => {
  expect(boundsOf({ type: "FeatureCollection", features: [] })).toBeUndefined();
});
