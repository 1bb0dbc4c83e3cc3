import { describe, expect, it } from "vitest";
import type { JourneyFeature } from "../../kit/api.ts";
import { daysUnderWay, journeyEvents } from "./journey-events.ts";

const release: JourneyFeature = {
  type: "Feature",
  geometry: { type: "Point", coordinates: [4.3, 51.1] },
  properties: { kind: "release", time: "2026-05-01T10:00:00Z", place: "Wintam" },
};
const track: JourneyFeature = {
  type: "Feature",
  geometry: {
    type: "LineString",
    coordinates: [
      [4.3, 51.1],
      [4.4, 51.2],
    ],
  },
  properties: { kind: "track", times: ["2026-05-01T11:00:00Z", "2026-05-03T11:00:00Z"] },
};
const sighting: JourneyFeature = {
  type: "Feature",
  geometry: null,
  properties: {
    kind: "sighting",
    time: "2026-05-02T10:00:00Z",
    condition: "worn",
    surroundings: "bank",
    putBack: "put-back",
  },
};

describe("journeyEvents", () => {
  it("tells the story from its beginning, with sightings that have no place", () => {
    const events = journeyEvents([sighting, track, release]);
    expect(events.map(({ kind }) => kind)).toEqual(["release", "track", "sighting"]);
    expect(events[1]).toMatchObject({ until: "2026-05-03T11:00:00Z" });
  });
});

describe("daysUnderWay", () => {
  it("counts whole days", () => {
    expect(daysUnderWay("2026-05-01T10:00:00Z", "2026-05-03T09:00:00Z")).toBe(1);
    expect(daysUnderWay(null, "2026-05-03T09:00:00Z")).toBe(0);
  });
});
