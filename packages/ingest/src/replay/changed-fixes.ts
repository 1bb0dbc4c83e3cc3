import { NEIGHBOUR_FLAGS } from "@zpr/model";
import type { FixPlace, FixRow } from "@zpr/ports";
import type { Sender } from "../decode.ts";
import { differencesBetween } from "./difference.ts";
import type { ChangedFix } from "./replayed.ts";
import type { Alteration, Revision } from "./revision.ts";

/** A revision as it is told; a record that got another time is one changed fix, not a new one and a lost one. */
export function changedFixes(
  { made, altered, gone, reflagged }: Revision,
  sender: Sender,
): readonly ChangedFix[] {
  const left = new Map(gone.map((row) => [recordOf(row), row]));
  const moved = made.flatMap((after): Alteration[] => {
    const before = left.get(recordOf(after));
    return before ? [{ before, after, differences: differencesBetween(before, after) }] : [];
  });
  const movedRecords = new Set(moved.map(({ after }) => recordOf(after)));
  const isMoved = (row: FixRow) => movedRecords.has(recordOf(row));
  const of = (outcome: ChangedFix["outcome"]) => (row: FixRow | FixPlace) => ({
    ...sender,
    outcome,
    time: row.time,
    rawMessageId: "rawMessageId" in row ? row.rawMessageId : null,
    differences: [],
  });
  return [
    ...made.filter((row) => !isMoved(row)).map(of("new")),
    ...[...altered, ...moved].map((one) => ({
      ...of(isReflagged(one) ? "reflagged" : "changed")(one.after),
      differences: one.differences,
    })),
    ...gone.filter((row) => !isMoved(row)).map(of("gone")),
    ...reflagged.map(of("reflagged")),
  ];
}

/** The record a fix was read from: its bytes in its message. */
function recordOf({ rawMessageId, recordHash }: FixRow): string {
  return `${rawMessageId} ${recordHash}`;
}

function isReflagged({ before, after, differences }: Alteration): boolean {
  const byNeighbours = ((before.flags ^ after.flags) & ~NEIGHBOUR_FLAGS) === 0;
  return byNeighbours && differences.every(({ field }) => field === "flags");
}
