import type { Feature, Position } from "geojson";

/** So many places of all tracks are drawn below a zoom; closer, where fewer are in view, all of them. */
const LEVELS = [
  { toZoom: 11, places: 20_000 },
  { toZoom: 13, places: 80_000 },
] as const;
const CLOSEST = 99;

/**
 * Tracks as they are drawn: from afar with as many places as can be told apart, evenly thinned, the
 * closer the more. Each gets `fromZoom` and `toZoom` among its properties; a chosen one is whole.
 */
export function trackLevels(tracks: readonly Feature[]): readonly Feature[] {
  const places = tracks.reduce((sum, track) => sum + placesOf(track), 0);
  const levels = LEVELS.filter((level) => places > level.places);
  return tracks.flatMap((track) => {
    if (track.properties?.["chosen"]) return [between(track, 0, CLOSEST)];
    let fromZoom = 0;
    const thin = levels.map((level) => {
      const thinned = every(Math.ceil(places / level.places), track);
      const feature = between(thinned, fromZoom, level.toZoom);
      fromZoom = level.toZoom;
      return feature;
    });
    return [...thin, between(track, fromZoom, CLOSEST)];
  });
}

function between(track: Feature, fromZoom: number, toZoom: number): Feature {
  return { ...track, properties: { ...track.properties, fromZoom, toZoom } };
}

function placesOf({ geometry }: Feature): number {
  return linesOf(geometry).reduce((sum, line) => sum + line.length, 0);
}

function linesOf(geometry: Feature["geometry"] | null): readonly Position[][] {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  return geometry?.type === "MultiLineString" ? geometry.coordinates : [];
}

/** Every so manieth place of each line, its ends always. */
function every(step: number, track: Feature): Feature {
  const coordinates = linesOf(track.geometry).map((line) =>
    line.filter((_, at) => at % step === 0 || at === line.length - 1),
  );
  return { ...track, geometry: { type: "MultiLineString", coordinates } };
}
