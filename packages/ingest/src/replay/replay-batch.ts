import type { CodecRunner, FixRow, KnownTracker, ReadMessage, ReplayBatch } from "@zpr/ports";
import { type Sender, senderKey } from "../decode.ts";
import { RIM } from "../judge.ts";
import { readMessages } from "../read-messages.ts";
import { rowsOf } from "../rows.ts";
import { changedFixes } from "./changed-fixes.ts";
import type { Foresight } from "./foresight.ts";
import { type Group, type Reading, type Revised, readingOf } from "./reading.ts";
import type { MessageOutcome, Replayed, RereadMessage } from "./replayed.ts";
import { draftOf, revisionOf } from "./revision.ts";
import { writeRevisions } from "./write-revisions.ts";

/** Reads messages again as ingest would read them today, and changes in the store what is another now. */
export async function replayBatch(
  messages: readonly ReadMessage[],
  batch: ReplayBatch,
  { foresight, codecRunner }: { readonly foresight: Foresight; readonly codecRunner: CodecRunner },
): Promise<Replayed> {
  const codecTime = { codecRunner, mostMilliseconds: Number.POSITIVE_INFINITY };
  const reading = readingOf(messages, await readMessages(messages, batch, codecTime));
  const times = reading.readable.flatMap(({ records }) => records.map(({ fix }) => fix.time));
  await batch.openMonths(times);
  const known = await batch.trackers(sendersOf(messages));
  const said = reading.groups.flatMap((group) => {
    const tracker = known.get(senderKey(group.sender));
    return tracker ? [{ ...group, tracker, rows: rowsOf(group.messages, tracker) }] : [];
  });
  const stored = await batch.stored({
    trackerIds: [...known.values()].map(({ id }) => id),
    rawMessageIds: messages.map(({ id }) => id),
    places: said.flatMap(({ rows }) => rows),
  });
  const revised = await revise(said, stored, { batch, foresight });
  const strangers = reading.groups.filter(({ sender }) => !known.has(senderKey(sender)));
  await writeRevisions(batch, revised, { reading, strangers });
  for (const { revision } of revised) foresight.remember(revision.made, revision.gone);
  const fixes = revised.flatMap((one) => one.fixes);
  const outcomes = outcomesOf(reading, {
    strangers,
    changed: new Set(fixes.map(({ rawMessageId }) => rawMessageId)),
  });
  const kept = Map.groupBy(stored, ({ rawMessageId }) => rawMessageId);
  return {
    messages: messages.map((message) => toReread(message, outcomes, kept)),
    fixes,
    trackerIds: [...known.values()].map(({ id }) => id),
  };
}

/** Who sent messages, each once. */
export function sendersOf(messages: readonly ReadMessage[]): readonly Sender[] {
  const senders = messages.flatMap(({ protocol, uniqueId }) =>
    uniqueId === null ? [] : [{ protocol, uniqueId }],
  );
  return [...new Map(senders.map((sender) => [senderKey(sender), sender])).values()];
}

interface Said extends Group {
  readonly tracker: KnownTracker;
  readonly rows: readonly FixRow[];
}

async function revise(
  said: readonly Said[],
  stored: readonly FixRow[],
  { batch, foresight }: { readonly batch: ReplayBatch; readonly foresight: Foresight },
): Promise<readonly Revised[]> {
  const byTracker = Map.groupBy(stored, ({ trackerId }) => trackerId);
  const drafts = said.map(({ rows, ...group }) => {
    const reread = new Set(group.messages.map(({ message }) => message.id));
    const own = byTracker.get(group.tracker.id) ?? [];
    return { group, draft: draftOf({ rows, stored: own, reread }, foresight) };
  });
  const windows = drafts.flatMap(({ draft }) => draft.windows);
  const around = await batch.neighbours(windows, RIM);
  return drafts.map(({ group, draft }) => {
    const revision = revisionOf(draft, around.get(group.tracker.id) ?? []);
    return { ...group, revision, fixes: changedFixes(revision, group.sender) };
  });
}

/** What became of messages, by their numbers, as far as reading them tells. */
function outcomesOf(
  { groups, problems }: Reading,
  {
    strangers,
    changed,
  }: { readonly strangers: readonly Group[]; readonly changed: ReadonlySet<number | null> },
): ReadonlyMap<number, MessageOutcome | { readonly reason: string }> {
  const outcomes = new Map<number, MessageOutcome | { readonly reason: string }>();
  for (const { messages } of groups)
    for (const { message } of messages)
      outcomes.set(message.id, changed.has(message.id) ? "changed" : "unchanged");
  for (const { messages } of strangers)
    for (const { message } of messages) outcomes.set(message.id, "unknownTracker");
  for (const { message, reason } of problems) outcomes.set(message.id, { reason });
  return outcomes;
}

function toReread(
  message: ReadMessage,
  outcomes: ReturnType<typeof outcomesOf>,
  stored: ReadonlyMap<number, readonly FixRow[]>,
): RereadMessage {
  const { id, problem } = message;
  const outcome = outcomes.get(id) ?? "unchanged";
  if (typeof outcome === "string")
    return {
      message,
      outcome: problem === null ? outcome : "nowDecoded",
      reason: problem,
      keptFixes: 0,
    };
  return {
    message,
    outcome: problem === null ? "noLongerDecoded" : "stillUndecodable",
    reason: outcome.reason,
    keptFixes: stored.get(id)?.length ?? 0,
  };
}
