import type { AssignedCodec, CodecPin, CodecRunner, FixBatch, LoggedMessage } from "@zpr/ports";
import { type DecodedRecord, readDecoded, sound, withPayload } from "@zpr/protocols";
import { type ReadableMessage, senderKey, type UnreadableMessage } from "./decode.ts";

/** Messages whose payloads have been read, and those whose codec could not read them. */
export interface ReadPayloads {
  readonly readable: readonly ReadableMessage[];
  readonly problems: readonly UnreadableMessage[];
  /** Messages whose codec was not asked, as there was no time left. */
  readonly unread: readonly LoggedMessage[];
  /** Which codec was asked about each message that has a payload. */
  readonly pins: readonly CodecPin[];
}

/** Who runs codecs, and how long messages wait for them at most; one call is always made. */
export interface CodecTime {
  readonly codecRunner: CodecRunner;
  readonly mostMilliseconds: number;
}

/**
 * Reads the payloads in messages: by the codec of their tracker where it has one, else as the
 * network's own codec said. A message whose codec fails is a problem as a whole.
 */
export async function readPayloads(
  messages: readonly ReadableMessage[],
  codecsOf: FixBatch["codecs"],
  { codecRunner, mostMilliseconds }: CodecTime,
): Promise<ReadPayloads> {
  const carrying = messages.filter(hasPayload);
  const codecs = carrying.length > 0 ? await codecsOf(sendersOf(carrying)) : new Map();
  const readable: ReadableMessage[] = [];
  const problems: UnreadableMessage[] = [];
  const unread = new Set<LoggedMessage>();
  const until = performance.now() + mostMilliseconds;
  let isAnyAsked = false;
  for (const message of messages) {
    const codec = hasPayload(message) ? codecs.get(senderKey(message.sender)) : undefined;
    if (codec && isAnyAsked && performance.now() > until) {
      unread.add(message.message);
      continue;
    }
    isAnyAsked ||= codec !== undefined;
    const read = await readOne(message, codec, codecRunner);
    if ("reason" in read) problems.push(read);
    else readable.push(read);
  }
  const pins = carrying
    .filter(({ message }) => !unread.has(message))
    .map((one) => ({
      rawMessageId: one.message.id,
      codecId: codecs.get(senderKey(one.sender))?.id ?? null,
    }));
  return { readable, problems, unread: [...unread], pins };
}

function hasPayload({ records }: ReadableMessage): boolean {
  return records.some(({ payload }) => payload !== undefined);
}

function sendersOf(messages: readonly ReadableMessage[]) {
  return [...new Map(messages.map((one) => [senderKey(one.sender), one.sender])).values()];
}

async function readOne(
  readable: ReadableMessage,
  codec: AssignedCodec | undefined,
  codecRunner: CodecRunner,
): Promise<ReadableMessage | UnreadableMessage> {
  const records: DecodedRecord[] = [];
  for (const record of readable.records) {
    const read = codec ? await readBy(codec, record, codecRunner) : withPayload(record);
    if ("reason" in read) return { message: readable.message, reason: read.reason };
    records.push(read);
  }
  const whole = sound({ ok: true, records });
  if (!whole.ok) return { message: readable.message, reason: whole.reason };
  return { ...readable, records: whole.records };
}

async function readBy(
  { id, source, mapping, variables }: AssignedCodec,
  record: DecodedRecord,
  codecRunner: CodecRunner,
): Promise<DecodedRecord | { readonly reason: string }> {
  const { payload, fix } = record;
  if (!payload) return record;
  const { bytes, port } = payload;
  const call = { name: "decodeUplink", bytes, port, receivedAt: fix.time, variables } as const;
  const run = await codecRunner.run(source, call, `${id}`);
  if (!run.ok) return { reason: `codec: ${run.reason}` };
  const answer = readDecoded(run.answer);
  if (!answer.ok) return { reason: `codec: ${answer.reason}` };
  return withPayload(record, { data: answer.data, mapping, warnings: answer.warnings });
}
