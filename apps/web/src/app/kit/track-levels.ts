import type { Feature, Position } from "geojson";

/** So many places of all tracks together are drawn below a zoom; closer, fewer of them are in view. */
const LEVELS = [
  { toZoom: 11, places: 6_000 },
  { toZoom: 13, places: 24_000 },
  { toZoom: 99, places: 120_000 },
] as const;

/**
 * Tracks as they are drawn: the last places of each, from afar as many as a weak graphics card draws
 * while the map is moved, the closer the more. Each gets `fromZoom` and `toZoom` among its
 * properties, and `edged` where all are whole: edges of many lines are only in each other's way. A chosen track is whole, and so are all where they are short.
 */
export function trackLevels(tracks: readonly Feature[]): readonly Feature[] {
  const lengths = tracks.map(placesOf);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const short = LEVELS.findIndex(({ places }) => all <= places);
  const levels = LEVELS.slice(0, short < 0 ? LEVELS.length : short + 1).map((level, at, used) => ({
    fromZoom: LEVELS[at - 1]?.toZoom ?? 0,
    toZoom: at === used.length - 1 ? LAST_ZOOM : level.toZoom,
    most: fairShare(lengths, level.places),
  }));
  return tracks.flatMap((track) =>
    track.properties?.["chosen"]
      ? [drawn(track, { fromZoom: 0, toZoom: LAST_ZOOM, edged: true })]
      : levels.map(({ most, ...zooms }) =>
          drawn(lastPlaces(track, most), { ...zooms, edged: most === Number.POSITIVE_INFINITY }),
        ),
  );
}

const LAST_ZOOM = LEVELS[2].toZoom;

/** Whether any of the tracks is too long to be drawn whole at every zoom. */
export function areTracksCut(tracks: readonly Feature[]): boolean {
  return tracks.reduce((sum, track) => sum + placesOf(track), 0) > LEVELS[0].places;
}

/** How many places each track may have so that all have so many: what short ones leave, long ones get. */
function fairShare(lengths: readonly number[], places: number): number {
  let left = places;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [at, length] of sorted.entries()) {
    const share = left / (sorted.length - at);
    if (length > share) return Math.max(2, Math.floor(share));
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}

interface Drawn {
  readonly fromZoom: number;
  readonly toZoom: number;
  readonly edged: boolean;
}

function drawn(track: Feature, how: Drawn): Feature {
  return { ...track, properties: { ...track.properties, ...how } };
}

function placesOf({ geometry }: Feature): number {
  return linesOf(geometry).reduce((sum, line) => sum + line.length, 0);
}

function linesOf(geometry: Feature["geometry"] | null): readonly Position[][] {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  return geometry?.type === "MultiLineString" ? geometry.coordinates : [];
}

function lastPlaces(track: Feature, most: number): Feature {
  if (placesOf(track) <= most) return track;
  let left = most;
  const coordinates: Position[][] = [];
  for (const line of linesOf(track.geometry).toReversed()) {
    if (left > 1) coordinates.unshift(line.slice(-left));
    left -= line.length;
  }
  return { ...track, geometry: { type: "MultiLineString", coordinates } };
}
