import type { Feature, FeatureCollection } from "geojson";

/** What the map needs to know of things; the store's own shapes have more. */
export interface MapContent {
  readonly items: readonly MapItem[];
  readonly trackers: readonly MapTracker[];
  readonly releases: readonly MapRelease[];
  readonly sightings: readonly MapSighting[];
  readonly tracks: readonly MapTrack[];
}

type Place = readonly [longitude: number, latitude: number];

export interface MapItem {
  readonly code: string;
  readonly trackerId: number | null;
  readonly lastPosition: Place | null;
}

export interface MapTracker {
  readonly id: number;
  readonly name: string;
  readonly intervalSeconds: number | null;
  readonly lastHeardAt: string | null;
  readonly lastFix: { readonly position: Place } | null;
}

export interface MapRelease {
  readonly id: number;
  readonly place: string;
  readonly position: Place;
}

export interface MapSighting {
  readonly id: string;
  readonly itemCode: string;
  readonly position: Place | null;
}

export interface MapTrack {
  readonly code: string;
  readonly coordinates: readonly Place[];
}

/** A tracker that has missed this many reports is drawn as silent. */
const MISSED_REPORTS = 6;
const USUAL_INTERVAL_SECONDS = 3600;

/** Everything of a study as features; an item that carries a tracker is drawn once, as its tracker. */
export function mapFeatures(content: MapContent, now: number): FeatureCollection {
  const deployed = new Set(content.trackers.map((tracker) => tracker.id));
  return {
    type: "FeatureCollection",
    features: [
      ...content.tracks.flatMap(({ code, coordinates }) =>
        line(coordinates, { kind: "track", code }),
      ),
      ...content.releases.flatMap(({ id, place, position }) =>
        point(position, { kind: "release", id, place }),
      ),
      ...content.items
        .filter((item) => item.trackerId === null || !deployed.has(item.trackerId))
        .flatMap(({ code, lastPosition }) => point(lastPosition, { kind: "item", code })),
      ...content.sightings.flatMap(({ id, itemCode, position }) =>
        point(position, { kind: "sighting", id, code: itemCode }),
      ),
      ...content.trackers.flatMap((tracker) =>
        point(tracker.lastFix?.position ?? null, {
          kind: "tracker",
          id: tracker.id,
          mark: isSilent(tracker, now) ? "tracker-silent" : "tracker",
        }),
      ),
    ],
  };
}

/** A track with one more place at its end, unless that is where it ends already. */
export function extended(track: MapTrack, place: Place): MapTrack {
  const last = track.coordinates.at(-1);
  if (last && last[0] === place[0] && last[1] === place[1]) return track;
  return { ...track, coordinates: [...track.coordinates, place] };
}

function isSilent({ lastHeardAt, intervalSeconds }: MapTracker, now: number): boolean {
  if (lastHeardAt === null) return true;
  const patience = MISSED_REPORTS * (intervalSeconds ?? USUAL_INTERVAL_SECONDS) * 1000;
  return now - Date.parse(lastHeardAt) > patience;
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

function line(places: readonly Place[], properties: object): Feature[] {
  if (places.length < 2) return [];
  const coordinates = places.map((place) => [...place]);
  return [
    {
      type: "Feature",
      geometry: { type: "LineString", coordinates },
      properties: { ...properties },
    },
  ];
}
