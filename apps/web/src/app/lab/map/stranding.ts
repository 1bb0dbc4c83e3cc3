import type { Row } from "../ask.ts";
import type { Span } from "./span.ts";

/** A stretch in which an item lay somewhere. */
export interface Stranding extends Row<"/api/v1/episodes"> {
  /** Its item and when it began: what the address knows it by. */
  readonly id: string;
  /** Longitude and latitude of where it began. */
  readonly at: readonly [longitude: number, latitude: number];
  readonly hours: number;
}

/** Episodes of lying as strandings; those that nobody can place are left out. */
export function strandingsOf(episodes: readonly Row<"/api/v1/episodes">[]): readonly Stranding[] {
  return episodes.flatMap((episode) => {
    const { itemCode, startedAt, endedAt, from } = episode;
    if (!from) return [];
    const began = Date.parse(startedAt);
    const hours = (Date.parse(endedAt) - began) / 3_600_000;
    const [longitude = 0, latitude = 0] = from;
    return [{ ...episode, id: `${itemCode}.${began}`, at: [longitude, latitude], hours }];
  });
}

/** Strandings of which a part lies in a span; at a moment (ms) only those that last just then. */
export function lastingIn(
  strandings: readonly Stranding[],
  { from, to }: Span,
  moment: number | undefined,
): readonly Stranding[] {
  const [begin, end] = moment === undefined ? [from, to] : [moment, moment];
  return strandings.filter(
    ({ startedAt, endedAt }) => Date.parse(startedAt) <= end && Date.parse(endedAt) >= begin,
  );
}
