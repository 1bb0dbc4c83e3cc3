import type { Feature } from "geojson";
import { expect, it } from "vitest";
import { trackLevels } from "./track-levels.ts";

function track(places: number, properties: object = {}): Feature {
  const coordinates = Array.from({ length: places }, (_, at) => [at, at]);
  return {
    type: "Feature",
    geometry: { type: "MultiLineString", coordinates: [coordinates] },
    properties: { kind: "track", ...properties },
  };
}

const told = (tracks: readonly Feature[]) =>
  trackLevels(tracks).map(({ geometry, properties }) => [
    properties?.["fromZoom"],
    properties?.["toZoom"],
    geometry.type === "MultiLineString" ? geometry.coordinates[0]?.length : 0,
  ]);

it("few places are drawn as they are", () => {
  expect(told([track(2000), track(3000)])).toEqual([
    [0, 99, 2000],
    [0, 99, 3000],
  ]);
});

it("many are thinned from afar, and whole from near", () => {
  expect(told(Array.from({ length: 10 }, () => track(10_001))).slice(0, 3)).toEqual([
    [0, 11, 1668],
    [11, 13, 5001],
    [13, 99, 10_001],
  ]);
  expect(told([track(30_001)])).toEqual([
    [0, 11, 15_001],
    [11, 99, 30_001],
  ]);
});

it("the ends stay, and a chosen track is whole", () => {
  const [far] = trackLevels([track(30_002)]);
  expect(far?.geometry.type === "MultiLineString" && far.geometry.coordinates[0]?.at(-1)).toEqual([
    30_001, 30_001,
  ]);
  expect(told([track(50_000, { chosen: true })])).toEqual([[0, 99, 50_000]]);
});
