import { describe, expect, it } from "vitest";
import type { JourneyFeature } from "../../kit/api.ts";
import type { Sighting } from "../lab-api.ts";
import { itemStory } from "./item-story.ts";

const release: JourneyFeature = {
  type: "Feature",
  geometry: { type: "Point", coordinates: [4.3, 51.1] },
  properties: { kind: "release", time: "2026-05-01T10:00:00Z", place: "Temse" },
};
const track: JourneyFeature = {
  type: "Feature",
  geometry: null,
  properties: {
    kind: "track",
    times: ["2026-05-01T11:00:00Z", "2026-05-02T11:00:00Z", "2026-05-03T11:00:00Z"],
  },
};
const sighting: Sighting = {
  id: "0b5f3b0e-5f0e-4a58-9d2e-5a8a5e0f1c11",
  version: 1,
  itemCode: "0004GD",
  seenAt: "2026-05-02T12:00:00Z",
  receivedAt: "2026-05-02T12:01:00Z",
  position: null,
  accuracyMetres: null,
  positionSource: "none",
  surroundings: "bank",
  condition: "worn",
  putBack: "put-back",
  note: null,
  locale: "nl",
  finderNumber: 1,
  photos: [],
  simulated: true,
};

describe("itemStory", () => {
  it("is in the order of time, with the track cut where the item was seen", () => {
    const story = itemStory([track, release], [sighting]);
    expect(story.map(({ kind }) => kind)).toEqual(["release", "track", "sighting", "track"]);
    expect(story[1]).toMatchObject({ fixCount: 2, until: "2026-05-02T11:00:00Z" });
    expect(story[3]).toMatchObject({ fixCount: 1, until: "2026-05-03T11:00:00Z" });
  });

  it("is empty when nothing is known", () => {
    expect(itemStory([], [])).toEqual([]);
  });
});
