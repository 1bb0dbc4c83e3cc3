import { BLOCKING_FLAGS } from "@zpr/model";
import type { FixPlace, KnownTracker, TrackerNews, UnknownCall } from "@zpr/ports";
import { deploymentAt } from "./announce.ts";
import type { ReadableMessage } from "./decode.ts";
import type { RecordedTracker } from "./record.ts";

/** A call of somebody whom nobody registered, with the last place it told. */
export function toCall({ message, sender, records }: ReadableMessage): UnknownCall {
  const placed = records.findLast(({ fix }) => fix.quality === "valid" && fix.position);
  return { ...sender, heardAt: message.receivedAt, position: placed?.fix.position ?? null };
}

/** What a batch says of a tracker. */
export function toNews({ tracker, heardAt, rows }: RecordedTracker): TrackerNews {
  const good = rows.findLast(({ flags }) => (flags & BLOCKING_FLAGS) === 0);
  return {
    trackerId: tracker.id,
    heardAt,
    fixCount: rows.length,
    lastFix: good
      ? {
          time: good.time,
          position: good.position,
          batteryVolts: good.fix.batteryVolts,
          flags: good.flags,
        }
      : null,
  };
}

/** Which items' journeys have something new or different, and since when. */
export function changesOf({
  tracker,
  rows,
  changed,
}: {
  readonly tracker: KnownTracker;
  readonly rows: readonly FixPlace[];
  readonly changed: readonly FixPlace[];
}): readonly { readonly itemId: number; readonly since: Date }[] {
  const since = new Map<number, Date>();
  for (const { time } of [...rows, ...changed]) {
    const itemId = deploymentAt(time, tracker.deployments)?.itemId;
    if (itemId === undefined) continue;
    const earliest = since.get(itemId);
    if (!earliest || time < earliest) since.set(itemId, time);
  }
  return [...since].map(([itemId, at]) => ({ itemId, since: at }));
}
