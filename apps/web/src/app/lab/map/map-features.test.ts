import { describe, expect, it } from "vitest";
import { extended, type MapContent, mapFeatures } from "./map-features.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");
const EMPTY: MapContent = { items: [], trackers: [], releases: [], sightings: [], tracks: [] };
const tracker = {
  id: 7,
  name: "T7",
  intervalSeconds: 3600,
  lastHeardAt: "2026-07-01T11:00:00Z",
  lastFix: { position: [4.4, 51.2] },
} as const;

const kinds = (content: Partial<MapContent>) =>
  mapFeatures({ ...EMPTY, ...content }, NOW).features.map(
    (feature) => feature.properties?.["kind"],
  );

describe("the features of the lab's map", () => {
  it("draw an item that carries a tracker once, as its tracker", () => {
    const item = { code: "0004GD", trackerId: 7, lastPosition: [4.4, 51.2] } as const;
    expect(kinds({ items: [item], trackers: [tracker] })).toEqual(["tracker"]);
    expect(kinds({ items: [{ ...item, trackerId: null }], trackers: [tracker] })).toEqual([
      "item",
      "tracker",
    ]);
  });

  it("leave out what has no place", () => {
    const nowhere = { id: "a", itemCode: "0004GD", position: null };
    expect(kinds({ sightings: [nowhere], trackers: [{ ...tracker, lastFix: null }] })).toEqual([]);
  });

  it("show a tracker as silent when it has missed six reports", () => {
    const mark = (lastHeardAt: string) =>
      mapFeatures({ ...EMPTY, trackers: [{ ...tracker, lastHeardAt }] }, NOW).features[0]
        ?.properties?.["mark"];
    expect(mark("2026-07-01T06:30:00Z")).toBe("tracker");
    expect(mark("2026-07-01T05:30:00Z")).toBe("tracker-silent");
  });
});

describe("a track", () => {
  const track = { code: "0004GD", coordinates: [[4.4, 51.2]] } as const;

  it("grows by a new place, not by the same one again", () => {
    expect(extended(track, [4.4, 51.2])).toBe(track);
    expect(extended(track, [4.5, 51.3]).coordinates).toEqual([
      [4.4, 51.2],
      [4.5, 51.3],
    ]);
  });
});
