import type { FixBatch, FixRow, KnownTracker, UnknownCall } from "@zpr/ports";
import type { ReadableMessage } from "./decode.ts";
import { AROUND, judge } from "./judge.ts";
import { changesOf, toCall, toNews } from "./news.ts";
import { rowsOf } from "./rows.ts";

/** What a batch left in the store, for those who want to know. */
export interface Recorded {
  readonly trackers: readonly RecordedTracker[];
  readonly unknown: readonly UnknownCall[];
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
  const bySender = grouped(messages);
  const known = await batch.trackers([...bySender.values()].map(([first]) => first.sender));
  const unknown = [...bySender]
    .filter(([key]) => !known.has(key))
    .flatMap(([, group]) => group.map(toCall));
  await batch.unknown(unknown);

  const incoming = [...bySender].flatMap(([key, group]) => {
    const tracker = known.get(key);
    return tracker ? [{ tracker, group, rows: rowsOf(group, tracker) }] : [];
  });
  const stored = await batch.neighbours(
    incoming.flatMap(({ tracker, rows }) => {
      const [first, last] = [rows[0], rows.at(-1)];
      return first && last ? [{ trackerId: tracker.id, from: first.time, to: last.time }] : [];
    }),
    AROUND,
  );

  const judged = incoming.map(({ tracker, group, rows }) => ({
    tracker,
    protocol: group[0].sender.protocol,
    heardAt: new Date(Math.max(...group.map(({ message }) => message.receivedAt.getTime()))),
    ...judge(rows, stored.get(tracker.id) ?? []),
  }));
  await batch.insert(judged.flatMap(({ rows }) => rows));
  await batch.reflag(judged.flatMap(({ changed }) => changed));
  await batch.heard(judged.map(toNews));
  await batch.journeysChanged(judged.flatMap(changesOf));
  return { trackers: judged, unknown };
}

type Group = readonly [ReadableMessage, ...ReadableMessage[]];

function grouped(messages: readonly ReadableMessage[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, [ReadableMessage, ...ReadableMessage[]]>();
  for (const message of messages) {
    const key = `${message.sender.protocol} ${message.sender.uniqueId}`;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}
