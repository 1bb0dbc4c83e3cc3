import fc from "fast-check";
import { expect, test } from "vitest";
import { CRS84, project, unproject, WEB_MERCATOR } from "./crs.ts";

test("web Mercator has its known places", () => {
  expect(project([0, 0], WEB_MERCATOR)).toEqual([0, 0]);
  expect(project([180, 85.0511287798066], WEB_MERCATOR)).toEqual([20037508.343, 20037508.343]);
  // EPSG guidance note 7-2, the worked example of method 1024.
  expect(project([-100.33333333, 24.38178694], WEB_MERCATOR)).toEqual([-11169055.576, 2800000.003]);
});

test("a box comes back out of metres to a millimetre, and out of degrees as it is", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      (longitude, latitude) => {
        const [x, y] = project([longitude, latitude], WEB_MERCATOR);
        const [west, south, east, north] = unproject([x, y, x, y], WEB_MERCATOR);
        expect(Math.max(Math.abs(west - longitude), Math.abs(north - latitude))).toBeLessThan(2e-8);
        expect([east, north]).toEqual([west, south]);
        const box = [longitude, latitude, longitude, latitude] as const;
        expect(unproject(box, CRS84)).toEqual(box);
      },
    ),
  );
});

test("the poles stay finite", () => {
  for (const latitude of [-90, 90])
    expect(Math.abs(project([0, latitude], WEB_MERCATOR)[1])).toBe(20037508.343);
});
