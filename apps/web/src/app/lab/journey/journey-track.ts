import type { EpisodeState } from "@zpr/model";
import type { Feature, FeatureCollection, Position } from "geojson";
import type { JourneyFeature } from "../../kit/api.ts";
import type { Episode } from "./journey-api.ts";

/** Where a tracker was, and when: milliseconds since 1970. */
export interface TimedPlace {
  readonly time: number;
  readonly position: readonly [longitude: number, latitude: number];
}

/** The good fixes of a journey in time order. */
export function trackOf(features: readonly JourneyFeature[]): readonly TimedPlace[] {
  return features
    .flatMap(({ geometry, properties: { kind, times } }) => {
      if (kind !== "track" || !geometry || geometry.type === "Point" || !times) return [];
      return geometry.coordinates.map(([longitude, latitude], at) => ({
        time: Date.parse(times[at] ?? ""),
        position: [longitude, latitude] as const,
      }));
    })
    .sort((a, b) => a.time - b.time);
}

/** The place of a track that is next to an instant. */
export function placeAt(track: readonly TimedPlace[], time: number): TimedPlace | undefined {
  let [low, high] = [0, track.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((track[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [track[low - 1], track[low]];
  if (!before || !after) return after ?? before;
  return time - before.time < after.time - time ? before : after;
}

/** The place of a track that lies next to a point of the map. */
export function nearestTo(
  track: readonly TimedPlace[],
  [longitude, latitude]: readonly [number, number],
): TimedPlace | undefined {
  const narrow = Math.cos((latitude * Math.PI) / 180);
  let best: TimedPlace | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of track) {
    const x = (place.position[0] - longitude) * narrow;
    const y = place.position[1] - latitude;
    const square = x * x + y * y;
    if (square < least) [best, least] = [place, square];
  }
  return best;
}

/** The episode of an instant; at a border the later one. */
export function episodeAt(episodes: readonly Episode[], time: number): number {
  return episodes.findLastIndex(
    ({ startedAt, endedAt }) => Date.parse(startedAt) <= time && time <= Date.parse(endedAt),
  );
}

/** Episodes as features: a stranding is a place, everything else a way. `at` is its number. */
export function episodeFeatures(
  episodes: readonly Episode[],
  track: readonly TimedPlace[],
): FeatureCollection {
  const features = episodes.flatMap((episode, at): Feature[] => {
    const { state } = episode;
    if (state === "stranded") return episode.from ? [point(episode.from, { state, at })] : [];
    const way = wayOf(episode, track);
    return way.length > 1
      ? [line(way, { state, at })]
      : way[0]
        ? [point(way[0], { state, at })]
        : [];
  });
  return { type: "FeatureCollection", features };
}

interface Properties {
  readonly state: EpisodeState;
  readonly at: number;
}

function wayOf({ startedAt, endedAt, from, to, state }: Episode, track: readonly TimedPlace[]) {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)];
  const between =
    state === "silent"
      ? []
      : track
          .filter(({ time }) => time > start && time < end)
          .map(({ position }): Position => [...position]);
  return [...(from ? [[...from]] : []), ...between, ...(to ? [[...to]] : [])];
}

function point(coordinates: readonly number[], properties: Properties): Feature {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [...coordinates] },
    properties: { ...properties },
  };
}

function line(coordinates: Position[], properties: Properties): Feature {
  return {
    type: "Feature",
    geometry: { type: "LineString", coordinates },
    properties: { ...properties },
  };
}
