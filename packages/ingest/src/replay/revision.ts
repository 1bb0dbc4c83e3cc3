import type { FixPlace, FixRow, Window } from "@zpr/ports";
import { type Judgement, judge, windowsOf } from "../judge.ts";
import { byTime } from "../rows.ts";
import { type Difference, differencesBetween } from "./difference.ts";
import { type Foresight, keyOf } from "./foresight.ts";

/** What is to become of a tracker's fixes, before they are judged. */
export interface Draft {
  /** Those that the messages say now, in the order of time, flagged as far as each alone tells. */
  readonly rows: readonly FixRow[];
  /** Stored ones of the messages, which they no longer say. */
  readonly gone: readonly FixRow[];
  /** What is stored under the keys of `rows`. */
  readonly stored: ReadonlyMap<string, FixRow>;
  readonly windows: readonly Window[];
}

/** How a tracker's fixes are to be changed. */
export interface Revision {
  readonly made: readonly FixRow[];
  readonly altered: readonly Alteration[];
  readonly gone: readonly FixRow[];
  /** Stored fixes beside those of the messages, whose flags are others now. */
  readonly reflagged: Judgement["changed"];
}

/** A fix that stays under its key, or, when its time is another, moves to a new one. */
export interface Alteration {
  readonly before: FixRow;
  readonly after: FixRow;
  readonly differences: readonly Difference[];
}

interface Said {
  /** What the messages that can be read now say, each fix once. */
  readonly rows: readonly FixRow[];
  /** What is stored of the messages, and under the keys of what they say. */
  readonly stored: readonly FixRow[];
  /** The messages that can be read now. */
  readonly reread: ReadonlySet<number>;
}

/**
 * A fix belongs to the first message that says it. So what an earlier message said, which is not
 * read again here, is left to it; what a later one has is taken over; and what a message no longer
 * says is gone. The fixes of a message that cannot be read now are left as they are.
 */
export function draftOf({ rows, stored, reread }: Said, foresight: Foresight): Draft {
  const kept = stored.filter((row) => foresight.isThere(row, true));
  const byKey = new Map(kept.map((row) => [keyOf(row), row]));
  const said = new Set(rows.map(keyOf));
  const mine = rows.filter((row) => {
    const known = byKey.get(keyOf(row));
    if (!known) return !foresight.isThere(row, false);
    return known.rawMessageId >= row.rawMessageId || reread.has(known.rawMessageId);
  });
  const gone = kept.filter((row) => reread.has(row.rawMessageId) && !said.has(keyOf(row)));
  const windows = windowsOf([...mine, ...gone].sort(byTime));
  return { rows: mine, gone, stored: byKey, windows };
}

/** Judges what messages say now among the fixes around it, and tells what is another than before. */
export function revisionOf(
  { rows, gone, stored, windows }: Draft,
  around: readonly FixPlace[],
): Revision {
  const mine = new Set([...rows, ...gone].map(keyOf));
  const others = around.filter((place) => !mine.has(keyOf(place)));
  const judged = judge(rows, others, windows);
  const altered = judged.rows.flatMap((after): Alteration[] => {
    const before = stored.get(keyOf(after));
    const differences = before ? differencesBetween(before, after) : [];
    return before && differences.length > 0 ? [{ before, after, differences }] : [];
  });
  const made = judged.rows.filter((row) => !stored.has(keyOf(row)));
  return { made, altered, gone, reflagged: judged.changed };
}
