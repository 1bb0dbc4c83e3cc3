import { expect, test } from "vitest";
import type { Episode } from "./journey-api.ts";
import {
  episodeAt,
  episodeFeatures,
  nearestTo,
  placeAt,
  type TimedPlace,
  trackOf,
} from "./journey-track.ts";

const track: readonly TimedPlace[] = [
  { time: 0, position: [4, 51] },
  { time: 100, position: [4.1, 51] },
  { time: 200, position: [4.2, 51] },
];

function episode(state: Episode["state"], start: number, end: number): Episode {
  return {
    ...{ itemCode: "X", studyId: 1, state, end: "open", fixCount: 2, travelledMetres: 0 },
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(end).toISOString(),
    ...{ from: [4, 51], to: [4.2, 51], fromKilometre: null, toKilometre: null },
    ...{ intervalSeconds: null, groundingsShown: null, isPublic: true },
  } as unknown as Episode;
}

test("an instant is marked at the fix next to it, a place at the fix nearest to it", () => {
  expect(placeAt(track, 40)).toBe(track[0]);
  expect(placeAt(track, 60)).toBe(track[1]);
  expect(placeAt(track, 900)).toBe(track[2]);
  expect(placeAt([], 0)).toBeUndefined();
  expect(nearestTo(track, [4.12, 51.3])).toBe(track[1]);
});

test("a moment on a border belongs to the later episode", () => {
  const episodes = [episode("drifting", 0, 100), episode("stranded", 100, 200)];
  expect([episodeAt(episodes, 50), episodeAt(episodes, 100), episodeAt(episodes, 999)]).toEqual([
    0, 1, -1,
  ]);
});

test("a stranding is a place, a drift goes by its fixes, and a silence knows its ends only", () => {
  const episodes = (["drifting", "stranded", "silent"] as const).map((state) =>
    episode(state, 0, 200),
  );
  const [drift, stranding, silence] = episodeFeatures(episodes, track).features;
  expect(drift?.geometry).toMatchObject({
    type: "LineString",
    coordinates: [
      [4, 51],
      [4.1, 51],
      [4.2, 51],
    ],
  });
  expect(stranding?.geometry.type).toBe("Point");
  expect(silence?.geometry).toMatchObject({
    coordinates: [
      [4, 51],
      [4.2, 51],
    ],
  });
});

test("a track is told from the lines of a journey", () => {
  const geometry = {
    type: "LineString",
    coordinates: [
      [4, 51],
      [4.1, 51],
    ],
  } as const;
  const times = ["2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z"];
  const told = trackOf([{ type: "Feature", geometry, properties: { kind: "track", times } }]);
  expect(told.map(({ time }) => new Date(time).getUTCHours())).toEqual([0, 1]);
});
