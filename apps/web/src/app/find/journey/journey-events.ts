import type { Condition, PutBack, Surroundings } from "@zpr/model";
import type { JourneyFeature } from "../../kit/api.ts";

/** A line of a journey's story. Times are ISO 8601, UTC. */
export type JourneyEvent =
  | { readonly kind: "release"; readonly time: string; readonly place: string }
  | {
      readonly kind: "sighting";
      readonly time: string;
      readonly surroundings: Surroundings;
      readonly condition: Condition;
      readonly putBack: PutBack;
    }
  | { readonly kind: "track"; readonly time: string; readonly until: string };

/** The story of a journey, told from its beginning; what has no time is left out. */
export function journeyEvents(features: readonly JourneyFeature[]): readonly JourneyEvent[] {
  return features
    .flatMap((feature) => toEvent(feature) ?? [])
    .sort((one, other) => Date.parse(one.time) - Date.parse(other.time));
}

/** Whole days from the first to the last evidence of a journey. */
export function daysUnderWay(startedAt: string | null, lastAt: string | null): number {
  if (!(startedAt && lastAt)) return 0;
  return Math.max(0, Math.floor((Date.parse(lastAt) - Date.parse(startedAt)) / (24 * 3600_000)));
}

function toEvent({ properties }: JourneyFeature): JourneyEvent | undefined {
  const { kind, time, times, surroundings, condition, putBack } = properties;
  if (kind === "track") {
    const [first, last] = [times?.[0], times?.at(-1)];
    return first && last ? { kind, time: first, until: last } : undefined;
  }
  // Places by the network are on the map; their times are no story.
  if (!time || kind === "network") return undefined;
  if (kind === "release") return { kind, time, place: properties.place ?? "" };
  return surroundings && condition && putBack
    ? { kind, time, surroundings, condition, putBack }
    : undefined;
}
