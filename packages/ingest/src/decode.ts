import type { RawMessage } from "@zpr/model";
import type { CarriedRecord, LoggedMessage } from "@zpr/ports";
import { type DecodedRecord, decoderNamed, type Settings, sound } from "@zpr/protocols";

/** A message with what it says. */
export interface ReadableMessage {
  readonly message: LoggedMessage;
  readonly sender: Sender;
  readonly records: readonly DecodedRecord[];
}

export interface Sender {
  readonly protocol: string;
  readonly uniqueId: string;
}

/** How settings, codecs and trackers are found by their senders. */
export function senderKey({ protocol, uniqueId }: Sender): string {
  return `${protocol} ${uniqueId}`;
}

/** A message nobody can read yet, and why. */
export interface UnreadableMessage {
  readonly message: LoggedMessage;
  readonly reason: string;
}

/** What researchers set for trackers, by `protocol uniqueId`; of those who have nothing set, nothing. */
export type SettingsOf = ReadonlyMap<string, Settings>;

/** Senders of messages whose decoders look at settings. */
export function sendersWithSettings(messages: readonly LoggedMessage[]): readonly Sender[] {
  return messages.flatMap(({ protocol, uniqueId }) =>
    uniqueId !== null && decoderNamed(protocol)?.needsSettings ? [{ protocol, uniqueId }] : [],
  );
}

/** Reads messages with the decoders of today, as far as the payloads in them. */
export function decode(
  messages: readonly LoggedMessage[],
  settings: SettingsOf,
): {
  readonly readable: readonly ReadableMessage[];
  readonly problems: readonly UnreadableMessage[];
} {
  const readable: ReadableMessage[] = [];
  const problems: UnreadableMessage[] = [];
  for (const message of messages) {
    const read = readOne(message, settings);
    if ("reason" in read) problems.push(read);
    else readable.push(read);
  }
  return { readable, problems };
}

function readOne(
  message: LoggedMessage,
  settings: SettingsOf,
): ReadableMessage | UnreadableMessage {
  const { protocol: name, uniqueId, bytes, receivedAt, transport, context } = message;
  const decoder = decoderNamed(name);
  if (!decoder) return { message, reason: `no decoder for ${name}` };
  const about = {
    receivedAt,
    transport,
    context,
    settings: settings.get(`${name} ${uniqueId}`) ?? {},
  };
  // What was read on the way is looked at as closely as what is read here.
  const decoded = sound(
    message.records
      ? { ok: true, records: message.records.map(toDecoded) }
      : decoder.decode(bufferOf(bytes), about),
  );
  if (!decoded.ok) return { message, reason: decoded.reason };
  if (uniqueId === null) return { message, reason: "nobody had logged in" };
  return {
    message,
    sender: { protocol: name, uniqueId },
    records: decoded.records,
  };
}

/**
 * What a message says to who knows nothing but the message; undefined when its reader has to know
 * what researchers set for its tracker, or when it cannot be read.
 */
export function readOnTheWay(message: RawMessage): readonly CarriedRecord[] | undefined {
  const { protocol, bytes, receivedAt, transport, context } = message;
  const decoder = decoderNamed(protocol);
  if (!decoder || decoder.needsSettings) return undefined;
  const about = { receivedAt, transport, context, settings: {} };
  const decoded = sound(decoder.decode(bufferOf(bytes), about));
  return decoded.ok ? decoded.records : undefined;
}

function toDecoded({ fix, bytes, payload }: CarriedRecord): DecodedRecord {
  return {
    fix,
    bytes: bufferOf(bytes),
    ...(payload && { payload: { ...payload, bytes: bufferOf(payload.bytes) } }),
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
