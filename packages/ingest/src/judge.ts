import { DEFAULT_QUALITY_RULES, neighbourFlags, withNeighbourFlags } from "@zpr/analytics";
import type { FixPlace, FixRow } from "@zpr/ports";
import { byTime, keyOf } from "./rows.ts";

/** New fixes with their final flags, and stored ones whose flags they change. */
export interface Judgement {
  readonly rows: readonly FixRow[];
  readonly changed: readonly FixPlace[];
}

/** How many good neighbours beyond each end the flags of a fix and of its neighbour can depend on. */
export const AROUND = 2;

/** Judges new fixes of a tracker among the stored ones around them. */
export function judge(incoming: readonly FixRow[], stored: readonly FixPlace[]): Judgement {
  const known = new Set(stored.map(keyOf));
  const fresh = incoming.filter((row) => !known.has(keyOf(row)));
  if (fresh.length === 0) return { rows: [], changed: [] };
  const all: (FixRow | FixPlace)[] = [...stored, ...fresh].sort(byTime);
  const flags = neighbourFlags(all, DEFAULT_QUALITY_RULES);
  const rim = rimOf(incoming, stored);
  const rows: FixRow[] = [];
  const changed: FixPlace[] = [];
  all.forEach((place, at) => {
    const judged = { ...place, flags: withNeighbourFlags(place.flags, flags[at] ?? 0) };
    if (isRow(judged)) rows.push(judged);
    else if (judged.flags !== place.flags && !rim.has(place)) changed.push(judged);
  });
  return { rows, changed };
}

function isRow(place: FixRow | FixPlace): place is FixRow {
  return "fix" in place;
}

/** The outermost stored fixes: what stands beyond them is not known here, so their flags stay. */
function rimOf(incoming: readonly FixRow[], stored: readonly FixPlace[]): ReadonlySet<FixPlace> {
  const [first, last] = [incoming[0], incoming.at(-1)];
  if (!first || !last) return new Set();
  const before = stored.filter((place) => place.time < first.time);
  const after = stored.filter((place) => place.time > last.time);
  return new Set([...before.slice(0, -(AROUND - 1)), ...after.slice(AROUND - 1)]);
}
