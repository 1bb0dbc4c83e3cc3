import { DEFAULT_QUALITY_RULES, neighbourFlags, withNeighbourFlags } from "@zpr/analytics";
import type { FixPlace, FixRow, Rim, Window } from "@zpr/ports";
import { byTime } from "./rows.ts";

/** New fixes with their final flags, and stored ones whose flags they change. */
export interface Judgement {
  readonly rows: readonly FixRow[];
  readonly changed: readonly FixPlace[];
}

const DAY = 24 * 3_600_000;
const LONGEST_WAY_METRES = 20_004_000;
/** No place on Earth takes longer to reach without being a spike, so an older neighbour says nothing. */
const REACH_MILLISECONDS = (LONGEST_WAY_METRES / DEFAULT_QUALITY_RULES.spikeMetresPerSecond) * 1000;

/** What must be known beyond each end of a window: the flags of the next fix depend on the one after it. */
export const RIM: Rim = { count: 2, milliseconds: 2 * REACH_MILLISECONDS };

/** New fixes that lie further apart are judged in windows of their own, so that a clock that jumps by years has no years read. */
const LONGEST_GAP_MILLISECONDS = DAY;

/** The parts of a tracker's history that new or lost fixes, in the order of time, stand in. */
export function windowsOf(rows: readonly FixPlace[]): readonly Window[] {
  const windows: Window[] = [];
  for (const { trackerId, time } of rows) {
    const last = windows.at(-1);
    const isNear = last && time.getTime() - last.to.getTime() <= LONGEST_GAP_MILLISECONDS;
    if (isNear) windows[windows.length - 1] = { ...last, to: time };
    else windows.push({ trackerId, from: time, to: time });
  }
  return windows;
}

/**
 * Judges new fixes of a tracker among the stored ones in and around their windows. What stands
 * beyond the rim is not known here, so of the stored fixes outside a window only the next one on
 * each side is judged anew.
 */
export function judge(
  incoming: readonly FixRow[],
  stored: readonly FixPlace[],
  windows: readonly Window[] = windowsOf(incoming),
): Judgement {
  const all = merged(stored, incoming);
  const flags = neighbourFlags(all, DEFAULT_QUALITY_RULES);
  const standing = standingOf(all, windows);
  const rows: FixRow[] = [];
  const changed: FixPlace[] = [];
  all.forEach((place, at) => {
    const judged = withNeighbourFlags(place.flags, flags[at] ?? 0);
    if ("fix" in place) rows.push(judged === place.flags ? place : { ...place, flags: judged });
    else if (judged !== place.flags && (isInside(standing[at]) || isNext(place, at)))
      changed.push({ ...place, flags: judged });
  });
  return { rows, changed };

  function isNext({ time }: FixPlace, at: number): boolean {
    return [at - 1, at + 1].some((beside) => {
      const gap = Math.abs(time.getTime() - (all[beside]?.time ?? time).getTime());
      const end = beside < 0 ? 0 : 2 * windows.length;
      return (standing[beside] ?? end) !== standing[at] && gap < REACH_MILLISECONDS;
    });
  }
}

/** Both in one order; of a fix that is stored already, what is stored. */
function merged(
  stored: readonly FixPlace[],
  incoming: readonly FixRow[],
): readonly (FixRow | FixPlace)[] {
  const all: (FixRow | FixPlace)[] = [];
  let next = 0;
  for (const row of incoming) {
    for (let place = stored[next]; place && byTime(place, row) < 0; place = stored[++next])
      all.push(place);
    const known = stored[next];
    if (!known || byTime(known, row) !== 0) all.push(row);
  }
  return all.concat(stored.slice(next));
}

/**
 * Where each fix, in the order of time, stands among windows in the same order: 0 before the first,
 * 1 in it, 2 behind it, 3 in the second, and so on. Two fixes with a window between them, which a
 * lost fix may have left empty, stand differently too.
 */
function standingOf(all: readonly FixPlace[], windows: readonly Window[]): readonly number[] {
  let at = 0;
  return all.map(({ time }) => {
    while (at < windows.length && (windows[at]?.to ?? time) < time) at++;
    const window = windows[at];
    return 2 * at + (window !== undefined && window.from <= time ? 1 : 0);
  });
}

function isInside(standing = 0): boolean {
  return standing % 2 === 1;
}
