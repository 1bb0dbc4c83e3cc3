import type { MapKind } from "../../kit/map-layers.ts";
import type { Item, Release, Sighting, Tracker } from "../lab-api.ts";
import type { MapChoice } from "./map-choice.ts";
import type { Stranding } from "./stranding.ts";

/** West, south, east, north, WGS 84 degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A thing on the map as a line of the list beside it. */
export interface ThingInView {
  readonly choice: MapChoice;
  readonly title: string;
  /** The item that it is about, when the title does not say so. */
  readonly code: string | null;
  /** ISO 8601, when it was there. */
  readonly time: string | null;
  /** Longitude and latitude. */
  readonly at?: readonly number[] | null | undefined;
}

/** Things of one kind, the newest first. */
export interface GroupInView {
  readonly kind: MapChoice["kind"];
  readonly things: readonly ThingInView[];
}

interface Things {
  readonly trackers: readonly Tracker[];
  readonly items: readonly Item[];
  readonly sightings: readonly Sighting[];
  readonly releases: readonly Release[];
  readonly strandings: readonly Stranding[];
}

/** What lies within the bounds of a map and is not hidden, by kind; kinds without any are left out. */
export function inView(
  { trackers, items, sightings, releases, strandings }: Things,
  bounds: Bounds,
  hidden: ReadonlySet<MapKind>,
): readonly GroupInView[] {
  const groups: Readonly<Record<MapChoice["kind"], readonly ThingInView[]>> = {
    tracker: trackers.map((one) => ({
      choice: { kind: "tracker", id: String(one.id) },
      title: one.name,
      code: one.itemCode,
      time: one.lastHeardAt,
      at: one.lastFix?.position,
    })),
    item: items
      .filter(({ trackerId, lastEvidence }) => trackerId === null && lastEvidence !== "release")
      .map((one) => ({
        choice: { kind: "item", id: one.code },
        title: one.code,
        code: null,
        time: one.lastAt,
        at: one.lastPosition,
      })),
    sighting: sightings.map((one) => ({
      choice: { kind: "sighting", id: one.id },
      title: one.itemCode,
      code: null,
      time: one.seenAt,
      at: one.position,
    })),
    release: releases.map((one) => ({
      choice: { kind: "release", id: String(one.id) },
      title: one.place,
      code: null,
      time: one.releasedAt,
      at: one.position,
    })),
    stranding: strandings.map((one) => ({
      choice: { kind: "stranding", id: one.id },
      title: one.itemCode,
      code: null,
      time: one.startedAt,
      at: one.at,
    })),
  };
  return (["tracker", "sighting", "item", "release", "stranding"] as const)
    .filter((kind) => !hidden.has(kind))
    .map((kind) => ({
      kind,
      things: newestFirst(groups[kind].filter(({ at }) => isIn(bounds, at))),
    }))
    .filter(({ things }) => things.length > 0);
}

function isIn([west, south, east, north]: Bounds, at: ThingInView["at"]): boolean {
  const [x, y] = at ?? [];
  return x !== undefined && y !== undefined && x >= west && x <= east && y >= south && y <= north;
}

function newestFirst(things: readonly ThingInView[]): readonly ThingInView[] {
  return things.toSorted((a, b) => (b.time ?? "").localeCompare(a.time ?? ""));
}
