import type { JourneyFeature } from "../../kit/api.ts";
import type { Sighting } from "../lab-api.ts";

/** A chapter of an item's journey; instants are ISO 8601. */
export type Chapter =
  | { readonly kind: "release"; readonly time: string; readonly place: string }
  | {
      readonly kind: "track";
      readonly time: string;
      readonly until: string;
      readonly fixCount: number;
    }
  | { readonly kind: "sighting"; readonly time: string; readonly sighting: Sighting };

/** The journey of an item as chapters, the oldest first; sightings cut a track in parts. */
export function itemStory(
  features: readonly JourneyFeature[],
  sightings: readonly Sighting[],
): readonly Chapter[] {
  const seen = sightings.map(
    (sighting): Chapter => ({ kind: "sighting", time: sighting.seenAt, sighting }),
  );
  const cuts = sightings.map(({ seenAt }) => Date.parse(seenAt)).sort((a, b) => a - b);
  const told = features.flatMap(({ properties: { kind, time, times, place } }): Chapter[] => {
    if (kind === "release" && time) return [{ kind, time, place: place ?? "" }];
    return kind === "track" && times ? parts(times, cuts) : [];
  });
  return [...told, ...seen].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

function parts(times: readonly string[], cuts: readonly number[]): Chapter[] {
  const groups = new Map<number, string[]>();
  for (const time of times) {
    const before = cuts.filter((cut) => cut <= Date.parse(time)).length;
    const group = groups.get(before);
    if (group) group.push(time);
    else groups.set(before, [time]);
  }
  return [...groups.values()].flatMap((group): Chapter[] => {
    const [time, until] = [group[0], group.at(-1)];
    return time && until ? [{ kind: "track", time, until, fixCount: group.length }] : [];
  });
}
