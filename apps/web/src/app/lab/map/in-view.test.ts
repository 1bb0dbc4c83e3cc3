import { describe, expect, it } from "vitest";
import type { Item, Release, Sighting, Tracker } from "../lab-api.ts";
import { type Bounds, inView } from "./in-view.ts";
import type { Stranding } from "./stranding.ts";

const ANTWERP: Bounds = [4.3, 51.1, 4.5, 51.3];
const NONE = new Set<never>();

const tracker = (id: number, position: readonly [number, number] | null, lastHeardAt: string) =>
  ({
    id,
    name: `T${id}`,
    itemCode: null,
    lastHeardAt,
    lastFix: position && { position },
  }) as unknown as Tracker;
const item = (code: string, lastEvidence: Item["lastEvidence"]) =>
  ({
    code,
    trackerId: null,
    lastEvidence,
    lastPosition: [4.4, 51.2],
    lastAt: "2026-07-01",
  }) as unknown as Item;
const things = {
  trackers: [
    tracker(1, [4.4, 51.2], "2026-07-01T10:00:00Z"),
    tracker(2, [4.41, 51.21], "2026-07-01T11:00:00Z"),
    tracker(3, [3.7, 51], "2026-07-01T12:00:00Z"),
    tracker(4, null, "2026-07-01T12:00:00Z"),
  ],
  items: [item("0004GD", "sighting"), item("0005HE", "release")],
  sightings: [
    {
      id: "a",
      itemCode: "0004GD",
      seenAt: "2026-07-01",
      position: [4.4, 51.2],
    } as unknown as Sighting,
  ],
  releases: [{ id: 9, place: "Melle", position: [3.8, 51] } as unknown as Release],
  strandings: [
    {
      id: "0004GD.1",
      itemCode: "0004GD",
      startedAt: "2026-07-01",
      at: [4.35, 51.2],
    } as unknown as Stranding,
  ],
};

describe("the list beside the map", () => {
  it("has what lies in view, the newest first", () => {
    const groups = inView(things, ANTWERP, NONE);
    expect(groups.map(({ kind, things: list }) => [kind, list.map(({ title }) => title)])).toEqual([
      ["tracker", ["T2", "T1"]],
      ["sighting", ["0004GD"]],
      ["item", ["0004GD"]],
      ["stranding", ["0004GD"]],
    ]);
  });

  it("leaves out what the map hides", () => {
    const groups = inView(things, ANTWERP, new Set(["tracker", "item", "stranding"] as const));
    expect(groups.map(({ kind }) => kind)).toEqual(["sighting"]);
  });

  it("is empty over the open sea", () => {
    expect(inView(things, [2, 52, 2.5, 52.5], NONE)).toEqual([]);
  });
});
