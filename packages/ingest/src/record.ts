import type { FixBatch, FixRow, KnownTracker, UnknownTracker } from "@zpr/ports";
import type { ReadableMessage } from "./decode.ts";
import { judge, RIM, windowsOf } from "./judge.ts";
import { changesOf, toCaller, toNews } from "./news.ts";
import { rowsOf } from "./rows.ts";

/** What a batch left in the store, for those who want to know. */
export interface Recorded {
  readonly trackers: readonly RecordedTracker[];
  readonly unknown: readonly UnknownTracker[];
}

export interface RecordedTracker {
  readonly protocol: string;
  readonly tracker: KnownTracker;
  readonly heardAt: Date;
  /** The new fixes in time order, with their flags. */
  readonly rows: readonly FixRow[];
}

/** Records what messages say: fixes with their flags, what was heard of whom, which journeys changed. */
export async function record(
  messages: readonly ReadableMessage[],
  batch: FixBatch,
): Promise<Recorded> {
  await batch.openMonths(messages.flatMap(({ records }) => records.map(({ fix }) => fix.time)));
  const bySender = Map.groupBy(messages, ({ sender }) => `${sender.protocol} ${sender.uniqueId}`);
  const groups = [...bySender].flatMap(([key, group]) =>
    group[0] ? [{ key, sender: group[0].sender, group }] : [],
  );
  const known = await batch.trackers(groups.map(({ sender }) => sender));
  const unknown = groups
    .filter(({ key }) => !known.has(key))
    .map(({ sender, group }) => toCaller(sender, group));
  await batch.unknown(unknown);

  const incoming = groups.flatMap(({ key, sender, group }) => {
    const tracker = known.get(key);
    if (!tracker) return [];
    const rows = rowsOf(group, tracker);
    return [{ tracker, sender, group, rows, windows: windowsOf(rows) }];
  });
  const stored = await batch.neighbours(
    incoming.flatMap(({ windows }) => windows),
    RIM,
  );
  const judged = incoming.map(({ tracker, sender, group, rows, windows }) => ({
    tracker,
    protocol: sender.protocol,
    heardAt: new Date(Math.max(...group.map(({ message }) => message.receivedAt.getTime()))),
    ...judge(rows, stored.get(tracker.id) ?? [], windows),
  }));
  await batch.insert(judged.flatMap(({ rows }) => rows));
  await batch.reflag(judged.flatMap(({ changed }) => changed));
  await batch.heard(judged.map(toNews));
  await batch.journeysChanged(judged.flatMap(changesOf));
  return { trackers: judged, unknown };
}
