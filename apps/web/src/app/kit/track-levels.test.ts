import type { Feature } from "geojson";
import { expect, it } from "vitest";
import { areTracksCut, trackLevels } from "./track-levels.ts";

function track(lines: readonly number[], properties: object = {}): Feature {
  let place = 0;
  const coordinates = lines.map((length) =>
    Array.from({ length }, () => {
      place++;
      return [place, place];
    }),
  );
  return {
    type: "Feature",
    geometry: { type: "MultiLineString", coordinates },
    properties: { kind: "track", ...properties },
  };
}

const told = (tracks: readonly Feature[], moving = false) =>
  trackLevels(tracks)
    .filter(({ properties }) => properties?.["moving"] === moving)
    .map(({ geometry, properties }) => [
      properties?.["fromZoom"],
      properties?.["toZoom"],
      ...(geometry.type === "MultiLineString"
        ? geometry.coordinates.map((line) => [line[0]?.[0], line.at(-1)?.[0]])
        : []),
    ]);

it("short tracks are drawn whole", () => {
  const tracks = [track([2000]), track([3000, 500])];
  expect(told(tracks)).toEqual([
    [0, 99, [1, 2000]],
    [0, 99, [1, 3000], [3001, 3500]],
  ]);
  expect(areTracksCut(tracks)).toBe(false);
});

it("of long ones the last places, the closer the more, and what short ones leave", () => {
  const tracks = [track([1000]), track([20_000, 5_000]), track([100_000])];
  expect(told(tracks)).toEqual([
    [0, 11, [1, 1000]],
    [11, 13, [1, 1000]],
    [13, 99, [1, 1000]],
    [0, 11, [21_501, 25_000]],
    [11, 13, [17_501, 20_000], [20_001, 25_000]],
    [13, 99, [1, 20_000], [20_001, 25_000]],
    [0, 11, [96_501, 100_000]],
    [11, 13, [92_501, 100_000]],
    [13, 99, [62_001, 100_000]],
  ]);
  expect(areTracksCut(tracks)).toBe(true);
});

it("what is whole from near is there at every closer zoom", () => {
  expect(told([track([10_000])])).toEqual([
    [0, 11, [2001, 10_000]],
    [11, 99, [1, 10_000]],
  ]);
});

it("fewer are for a map that moves", () => {
  expect(told([track([10_000])], true)).toEqual([
    [0, 11, [8501, 10_000]],
    [11, 13, [7001, 10_000]],
    [13, 99, [1, 10_000]],
  ]);
});

it("a chosen track is whole", () => {
  const [far] = told([track([500_000], { chosen: true }), track([9_000])]);
  expect(far).toEqual([0, 11, [1, 500_000]]);
});
