import type { Feature, Position } from "geojson";

/** So many places of all tracks together are drawn below a zoom; closer, fewer of them are in view. */
const LEVELS = [
  { toZoom: 11, places: 8_000, placesMoving: 1_500 },
  { toZoom: 13, places: 16_000, placesMoving: 3_000 },
  { toZoom: 99, places: 64_000, placesMoving: 12_000 },
] as const;
const LAST_ZOOM = LEVELS[2].toZoom;

/**
 * Tracks as they are drawn: the last places of each, the closer the more. Each gets among its
 * properties `fromZoom` and `toZoom`, and `moving` where it is for a map that moves on a slow
 * device. A chosen track is whole, and so are all where they are short.
 */
export function trackLevels(tracks: readonly Feature[]): readonly Feature[] {
  const lengths = tracks.map(placesOf);
  const levels = [false, true].flatMap((moving) => levelsFor(lengths, moving));
  return tracks.flatMap((track) =>
    levels.map(({ most, ...drawn }) => ({
      ...(track.properties?.["chosen"] ? track : lastPlaces(track, most)),
      properties: { ...track.properties, ...drawn },
    })),
  );
}

/** Zooms from which on all is whole are one level. */
function levelsFor(lengths: readonly number[], moving: boolean) {
  const budgets = LEVELS.map(({ places, placesMoving }) => (moving ? placesMoving : places));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const whole = budgets.findIndex((places) => all <= places);
  const used = whole < 0 ? budgets : budgets.slice(0, whole + 1);
  return used.map((places, at) => ({
    moving,
    fromZoom: LEVELS[at - 1]?.toZoom ?? 0,
    toZoom: at === used.length - 1 ? LAST_ZOOM : (LEVELS[at]?.toZoom ?? LAST_ZOOM),
    most: fairShare(lengths, places),
  }));
}

/** Whether tracks are too long to be drawn whole at every zoom. */
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
