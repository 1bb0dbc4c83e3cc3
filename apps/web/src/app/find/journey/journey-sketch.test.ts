import { describe, expect, it } from "vitest";
import type { JourneyFeature } from "../../kit/api.ts";
import { SKETCH, sketchJourney } from "./journey-sketch.ts";

const step = (kind: "release" | "sighting" | "network", at: [number, number]): JourneyFeature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: at },
  properties: { kind, time: "2026-05-01T10:00:00Z" },
});
const track: JourneyFeature = {
  type: "Feature",
  geometry: {
    type: "LineString",
    coordinates: [
      [4.3, 51.1],
      [4.35, 51.15],
    ],
  },
  properties: { kind: "track" },
};

describe("sketchJourney", () => {
  it("keeps every mark inside, north up and east to the right", () => {
    const sketch = sketchJourney([step("release", [4.3, 51.1]), step("sighting", [4.4, 51.2])]);
    const [release, sighting] = sketch?.marks ?? [];
    expect([release?.kind, sighting?.kind]).toEqual(["release", "sighting"]);
    expect(release?.x).toBeLessThan(sighting?.x ?? 0);
    expect(release?.y).toBeGreaterThan(sighting?.y ?? 0);
    for (const { x, y } of sketch?.marks ?? []) {
      expect(x).toBeGreaterThanOrEqual(SKETCH.margin);
      expect(x).toBeLessThanOrEqual(SKETCH.width - SKETCH.margin);
      expect(y).toBeGreaterThanOrEqual(SKETCH.margin);
      expect(y).toBeLessThanOrEqual(SKETCH.height - SKETCH.margin);
    }
  });

  it("guesses the way only where no tracker has seen it", () => {
    const steps = [step("release", [4.3, 51.1]), step("sighting", [4.35, 51.15])];
    expect(sketchJourney(steps)?.guess).toBeDefined();
    expect(sketchJourney([...steps, track])).toMatchObject({ guess: undefined });
  });

  it("puts a single place in the middle, and places by the network nowhere", () => {
    const sketch = sketchJourney([step("sighting", [4.3, 51.1]), step("network", [9, 40])]);
    expect(sketch?.marks).toEqual([
      { kind: "sighting", x: SKETCH.width / 2, y: SKETCH.height / 2 },
    ]);
    expect(sketchJourney([step("network", [9, 40])])).toBeUndefined();
  });
});
