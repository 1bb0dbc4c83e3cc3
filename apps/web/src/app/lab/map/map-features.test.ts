import { describe, expect, it } from "vitest";
import { extended, type MapContent, mapFeatures, withChosen } from "./map-features.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");
const EMPTY: MapContent = {
  items: [],
  trackers: [],
  releases: [],
  sightings: [],
  tracks: [],
  strandings: [],
};
const tracker = {
  id: 7,
  name: "T7",
  itemCode: "0004GD",
  intervalSeconds: 3600,
  lastHeardAt: "2026-07-01T11:00:00Z",
  lastFix: { position: [4.4, 51.2] },
} as const;
const item = {
  code: "0004GD",
  trackerId: 7,
  lastPosition: [4.4, 51.2],
  lastEvidence: "fix",
} as const;

const kinds = (content: Partial<MapContent>) =>
  mapFeatures({ ...EMPTY, ...content }, NOW).features.map(
    (feature) => feature.properties?.["kind"],
  );

describe("the features of the lab's map", () => {
  it("draw an item that carries a tracker once, as its tracker", () => {
    expect(kinds({ items: [item], trackers: [tracker] })).toEqual(["tracker"]);
    expect(kinds({ items: [{ ...item, trackerId: null }], trackers: [tracker] })).toEqual([
      "item",
      "tracker",
    ]);
  });

  it("leave an item that nobody has seen since to its release", () => {
    const waiting = { ...item, trackerId: null, lastEvidence: "release" } as const;
    const release = { id: 3, place: "Melle", position: [3.8, 51] } as const;
    expect(kinds({ items: [waiting], releases: [release] })).toEqual(["release"]);
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

describe("the chosen thing", () => {
  const places = [
    [4.3, 51.1],
    [4.4, 51.2],
  ] as const;
  const all = mapFeatures(
    {
      ...EMPTY,
      trackers: [tracker, { ...tracker, id: 8, itemCode: null }],
      tracks: [
        { code: "0004GD", pieces: [places] },
        { code: "0005HE", pieces: [places] },
      ],
    },
    NOW,
  );
  const standOut = (choice: Parameters<typeof withChosen>[1]) =>
    withChosen(all, choice)
      .features.filter(({ properties }) => properties?.["chosen"])
      .map(({ properties }) => `${properties?.["kind"]} ${properties?.["id"] ?? ""}`);

  it("stands out with the track of its item", () => {
    expect(standOut({ kind: "tracker", id: "7" })).toEqual(["track ", "tracker 7"]);
    expect(standOut({ kind: "item", id: "0004GD" })).toEqual(["track "]);
  });

  it("takes no track along when it is in no item", () => {
    expect(standOut({ kind: "tracker", id: "8" })).toEqual(["tracker 8"]);
    expect(standOut(undefined)).toEqual([]);
  });
});

describe("a track", () => {
  const track = { code: "0004GD", pieces: [[[4.1, 51.1]], [[4.4, 51.2]]] } as const;

  it("grows by a new place at its end, not by the same one again", () => {
    expect(extended(track, [4.4, 51.2])).toBe(track);
    expect(extended(track, [4.5, 51.3]).pieces).toEqual([
      [[4.1, 51.1]],
      [
        [4.4, 51.2],
        [4.5, 51.3],
      ],
    ]);
  });

  it("begins with the first place", () => {
    expect(extended({ code: "0004GD", pieces: [] }, [4.5, 51.3]).pieces).toEqual([[[4.5, 51.3]]]);
  });
});
