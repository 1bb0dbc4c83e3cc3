import type { CodecRunner, FixBatch, LiveEvents, LoggedMessage, Meter } from "@zpr/ports";
import { announce } from "./announce.ts";
import type { UnreadableMessage } from "./decode.ts";
import { readMessages } from "./read-messages.ts";
import { record } from "./record.ts";
import type { Recorded } from "./recorded.ts";

/** So long a batch waits for codecs: the messages of all other trackers in it wait as well. */
const CODEC_MILLISECONDS = 1000;

/** What became of a batch of messages. */
export interface Digest extends Recorded {
  readonly problems: readonly UnreadableMessage[];
  readonly unread: number;
  /** When those that wait no more were received. */
  readonly receivedAt: readonly Date[];
}

/** Reads and records messages in one transaction; those whose codecs have no time left wait again. */
export async function digest(
  messages: readonly LoggedMessage[],
  batch: FixBatch,
  codecRunner: CodecRunner,
): Promise<Digest> {
  const read = await readMessages(messages, batch, {
    codecRunner,
    mostMilliseconds: CODEC_MILLISECONDS,
  });
  const { readable, problems, unread, pins } = read;
  await batch.undecodable(
    problems.map(({ message, reason }) => ({ rawMessageId: message.id, reason })),
  );
  await batch.pinCodecs(pins);
  await batch.putBack(unread.map(({ id }) => id));
  await batch.decoded(readable.map(({ message }) => message.id));
  const receivedAt = [...readable, ...problems].map(({ message }) => message.receivedAt);
  return { problems, unread: unread.length, receivedAt, ...(await record(readable, batch)) };
}

/** Tells what was recorded; only once it is committed, so that nothing is told twice. */
export function tell(
  { problems, unread: _, receivedAt, ...recorded }: Digest,
  { meter, liveEvents }: { readonly meter: Meter; readonly liveEvents: LiveEvents },
): void {
  const now = Date.now();
  for (const at of receivedAt) meter.took("recording", Math.max(0, now - at.getTime()) / 1000, {});
  for (const { message } of problems) meter.count("messages-undecodable", message.protocol);
  for (const { protocol, rows } of recorded.trackers)
    meter.count("fixes-recorded", protocol, rows.length);
  for (const { protocol, messageCount } of recorded.unknown)
    meter.count("messages-of-unknown-trackers", protocol, messageCount);
  for (const event of announce(recorded)) liveEvents.publish(event);
}
