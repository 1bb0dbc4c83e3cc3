import type { Feature, FeatureCollection } from "geojson";
import { trackerHealth } from "../trackers/tracker-health.ts";
import type { Bounds } from "./in-view.ts";
import { isChoice, type MapChoice } from "./map-choice.ts";

/** What the map needs to know of things; the store's own shapes have more. */
export interface MapContent {
  readonly items: readonly MapItem[];
  readonly trackers: readonly MapTracker[];
  readonly releases: readonly MapRelease[];
  readonly sightings: readonly MapSighting[];
  readonly tracks: readonly MapTrack[];
  readonly strandings: readonly MapStranding[];
}

type Place = readonly [longitude: number, latitude: number];

interface MapItem {
  readonly code: string;
  readonly trackerId: number | null;
  readonly lastPosition: Place | null;
  readonly lastEvidence: "release" | "fix" | "sighting" | null;
}

interface MapTracker {
  readonly id: number;
  readonly name: string;
  readonly itemCode: string | null;
  readonly intervalSeconds: number | null;
  readonly lastHeardAt: string | null;
  readonly lastFix: { readonly position: Place } | null;
}

interface MapRelease {
  readonly id: number;
  readonly place: string;
  readonly position: Place;
}

interface MapSighting {
  readonly id: string;
  readonly itemCode: string;
  readonly position: Place | null;
}

interface MapStranding {
  readonly id: string;
  readonly itemCode: string;
  readonly at: Place;
  readonly hours: number;
}

/** Where an item was followed by trackers, in pieces: nobody knows how it came from one to the next. */
export interface MapTrack {
  readonly code: string;
  readonly pieces: readonly (readonly Place[])[];
}

/**
 * Everything of a study as features. An item is drawn once: as its tracker when it carries one, as its
 * release when nobody has seen it since.
 */
export function mapFeatures(content: MapContent, now: number): FeatureCollection {
  const deployed = new Set(content.trackers.map((tracker) => tracker.id));
  return {
    type: "FeatureCollection",
    features: [
      ...content.tracks.flatMap(trackLines),
      ...content.strandings.flatMap(({ id, itemCode, at, hours }) =>
        point(at, { kind: "stranding", id, code: itemCode, hours }),
      ),
      ...content.releases.flatMap(({ id, place, position }) =>
        point(position, { kind: "release", id, place }),
      ),
      ...content.items
        .filter(({ trackerId }) => trackerId === null || !deployed.has(trackerId))
        .filter(({ lastEvidence }) => lastEvidence !== "release")
        .flatMap(({ code, lastPosition }) => point(lastPosition, { kind: "item", code })),
      ...content.sightings.flatMap(({ id, itemCode, position }) =>
        point(position, { kind: "sighting", id, code: itemCode }),
      ),
      ...content.trackers.flatMap((tracker) =>
        point(tracker.lastFix?.position ?? null, {
          kind: "tracker",
          id: tracker.id,
          code: tracker.itemCode,
          mark: isQuiet(tracker, now) ? "tracker-silent" : "tracker",
        }),
      ),
    ],
  };
}

/** The same features; the chosen thing and the track of its item stand out. */
export function withChosen(
  { features }: FeatureCollection,
  choice: MapChoice | undefined,
): FeatureCollection {
  const it = features.find(({ properties }) => isChoice(choice, properties));
  const code = choice?.kind === "item" ? choice.id : it?.properties?.["code"];
  return {
    type: "FeatureCollection",
    features: features.map((feature) => {
      const isTrack = feature.properties?.["kind"] === "track";
      const chosen = feature === it || (isTrack && code && feature.properties?.["code"] === code);
      return chosen ? { ...feature, properties: { ...feature.properties, chosen: true } } : feature;
    }),
  };
}

/** The outline of an area that somebody chose, drawn as the circle of a phone's accuracy is. */
export function boxFeature([west, south, east, north]: Bounds): Feature {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: "Feature",
    geometry: { type: "LineString", coordinates: corners },
    properties: { kind: "accuracy" },
  };
}

/** A track with one more place at its end, unless that is where it ends already. */
export function extended(track: MapTrack, place: Place): MapTrack {
  const piece = track.pieces.at(-1) ?? [];
  const last = piece.at(-1);
  if (last && last[0] === place[0] && last[1] === place[1]) return track;
  return { ...track, pieces: [...track.pieces.slice(0, -1), [...piece, place]] };
}

/** Once for each track: it is told by that whether it is another. */
const linesOf = new WeakMap<MapTrack, readonly Feature[]>();

function trackLines(track: MapTrack): readonly Feature[] {
  const made = linesOf.get(track) ?? lines(track.pieces, { kind: "track", code: track.code });
  linesOf.set(track, made);
  return made;
}

function isQuiet(tracker: MapTracker, now: number): boolean {
  const health = trackerHealth(tracker, now);
  return health === "silent" || health === "never";
}

function point(position: Place | null, properties: object): Feature[] {
  if (!position) return [];
  return [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [...position] },
      properties: { ...properties },
    },
  ];
}

function lines(pieces: readonly (readonly Place[])[], properties: object): Feature[] {
  const coordinates = pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => piece.map((place) => [...place]));
  if (coordinates.length === 0) return [];
  return [
    {
      type: "Feature",
      geometry: { type: "MultiLineString", coordinates },
      properties: { ...properties },
    },
  ];
}
