import type { FixBatch } from "@zpr/ports";
import { type ReadableMessage, senderKey } from "./decode.ts";
import { judge, RIM, windowsOf } from "./judge.ts";
import { changesOf, toCaller, toNews } from "./news.ts";
import type { Recorded } from "./recorded.ts";
import { rowsOf } from "./rows.ts";
import { isInOrder, tailAfter } from "./tail.ts";

/** Records what messages say: fixes with their flags, what was heard of whom, which journeys changed. */
export async function record(
  messages: readonly ReadableMessage[],
  batch: FixBatch,
): Promise<Recorded> {
  await batch.openMonths(messages.flatMap(({ records }) => records.map(({ fix }) => fix.time)));
  const bySender = Map.groupBy(messages, ({ sender }) => senderKey(sender));
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
    incoming.flatMap(({ tracker, windows }) => (isInOrder(tracker.tail, windows) ? [] : windows)),
    RIM,
  );
  const judged = incoming.map(({ tracker, sender, group, rows, windows }) => {
    const around = stored.get(tracker.id) ?? tracker.tail?.places ?? [];
    const judgement = judge(rows, around, windows);
    return {
      ...judgement,
      tracker,
      protocol: sender.protocol,
      heardAt: new Date(Math.max(...group.map(({ message }) => message.receivedAt.getTime()))),
      tail: tailAfter(tracker.tail, judgement),
    };
  });
  await batch.insert(judged.flatMap(({ rows }) => rows));
  await batch.reflag(judged.flatMap(({ changed }) => changed));
  await batch.heard(judged.map(toNews));
  await batch.journeysChanged(judged.flatMap(changesOf));
  return { trackers: judged, unknown };
}
