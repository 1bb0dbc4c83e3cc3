import { expect, it } from "vitest";
import { segmentsOf } from "./timed-track.ts";

it("a track is cut where it was silent for long, and each piece knows its speed", () => {
  const hour = 3600;
  const segments = segmentsOf([
    {
      trackerId: 1,
      itemCode: "0004GD",
      everySeconds: 1,
      times: Float64Array.from([0, hour, 30 * hour, 31 * hour, 32 * hour, 33 * hour, 34 * hour]),
      longitudes: Float64Array.from([4, 4, 4, 4, 4, 4, 4]),
      latitudes: Float64Array.from([51, 51.01, 51.2, 51.2, 51.2, 51.2, 51.2]),
    },
  ]);
  expect(segments.map(({ at }) => at)).toEqual([0, 2, 3, 4, 5]);
  expect(segments[0]?.metresPerSecond).toBeCloseTo(0.309, 2);
  expect(segments[1]?.metresPerSecond).toBe(0);
});
