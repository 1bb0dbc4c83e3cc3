import type { Position } from "@zpr/model";
import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { distanceMetres } from "./distance.ts";

test.each<readonly [name: string, way: readonly [Position, Position], metres: number]>([
  // From GeographicLib's documentation: Wellington to Salamanca.
  [
    "half round the world",
    [
      [174.81, -41.32],
      [-5.5, 40.96],
    ],
    19_959_679.267,
  ],
  // From Geoscience Australia's GDA technical manual: Flinders Peak to Buninyong.
  [
    "Flinders Peak to Buninyong",
    [
      [144 + 25 / 60 + 29.52442 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)],
      [143 + 55 / 60 + 35.38393 / 3600, -(37 + 39 / 60 + 10.15611 / 3600)],
    ],
    54_972.271,
  ],
  // WGS 84: a = 6,378,137 m, b = 6,356,752.314 m; radii of curvature b^2/a and a.
  [
    "a minute of latitude at the equator",
    [
      [4, 0],
      [4, 1 / 60],
    ],
    1_842.905,
  ],
  [
    "a second of longitude at the equator",
    [
      [4, 0],
      [4 + 1 / 3600, 0],
    ],
    30.922,
  ],
  [
    "across the antimeridian",
    [
      [179.9999, 0],
      [-179.9999, 0],
    ],
    22.264,
  ],
])("%s", (_, [from, to], metres) => {
  expect(distanceMetres(from, to)).toBeCloseTo(metres, 2);
});

test("short ways agree with the geodesic to a millimetre, everywhere", () => {
  const step = fc.double({ min: -0.0199, max: 0.0199, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 179, noNaN: true }),
      fc.double({ min: -89.9, max: 89.9, noNaN: true }),
      fc.tuple(step, step),
      (longitude, latitude, [east, north]) => {
        const to: Position = [longitude + east, latitude + north];
        const { s12 } = geodesic.Geodesic.WGS84.Inverse(latitude, longitude, to[1], to[0]);
        expect(Math.abs(distanceMetres([longitude, latitude], to) - (s12 ?? 0))).toBeLessThan(
          0.001,
        );
      },
    ),
    { numRuns: 2000 },
  );
});
