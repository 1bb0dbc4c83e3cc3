import { DOUBTFUL_FLAGS } from "@zpr/model";
import type { FixPlace, FixTail, Window } from "@zpr/ports";
import { type Judgement, RIM } from "./judge.ts";
import { byTime } from "./rows.ts";

/** Whether new fixes are all later than what is stored, so that its tail is all they stand next to. */
export function isInOrder(tail: FixTail | null, [first]: readonly Window[]): boolean {
  return tail === null || first === undefined || tail.latest < first.from;
}

/** The tail of a history after new fixes were judged in it; null when there were none. */
export function tailAfter(tail: FixTail | null, { rows, changed }: Judgement): FixTail | null {
  const newest = rows.at(-1);
  if (!newest) return null;
  const before = (tail?.places ?? []).map(
    (place) => changed.find((judged) => byTime(judged, place) === 0) ?? place,
  );
  const places: readonly FixPlace[] = [...before, ...rows]
    .filter(({ flags }) => (flags & DOUBTFUL_FLAGS) === 0)
    .sort(byTime)
    .slice(-RIM.count);
  return { latest: tail && tail.latest > newest.time ? tail.latest : newest.time, places };
}
