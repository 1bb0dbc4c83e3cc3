import { expect, it } from "vitest";
import { bars } from "./bars.ts";

it("bars stand where their time is, cut at the ends of the extent, each kind by its greatest", () => {
  const day = 86_400_000;
  const drawn = bars(
    {
      bin: "day",
      bins: [
        { start: "1970-01-01T00:00:00Z", fixes: 100, sightings: 0 },
        { start: "1970-01-02T00:00:00Z", fixes: 25, sightings: 1 },
      ],
    },
    { from: day / 2, to: 2 * day },
  );
  expect(drawn[0]).toMatchObject({ x: 0, fixes: 1, sightings: 0 });
  expect(drawn[0]?.width).toBeCloseTo(1 / 3);
  expect(drawn[1]).toMatchObject({ fixes: 0.5, sightings: 1 });
  expect(drawn[1]?.x).toBeCloseTo(1 / 3);
});
