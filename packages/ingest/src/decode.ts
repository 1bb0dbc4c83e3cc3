import type { LoggedMessage } from "@zpr/ports";
import { type DecodedRecord, protocolNamed } from "@zpr/protocols";

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

/** A message nobody can read yet, and why. */
export interface UnreadableMessage {
  readonly message: LoggedMessage;
  readonly reason: string;
}

/** Reads messages with the decoders of today. */
export function decode(messages: readonly LoggedMessage[]): {
  readonly readable: readonly ReadableMessage[];
  readonly problems: readonly UnreadableMessage[];
} {
  const readable: ReadableMessage[] = [];
  const problems: UnreadableMessage[] = [];
  for (const message of messages) {
    const read = readOne(message);
    if ("reason" in read) problems.push(read);
    else readable.push(read);
  }
  return { readable, problems };
}

function readOne(message: LoggedMessage): ReadableMessage | UnreadableMessage {
  const { protocol: name, uniqueId, bytes } = message;
  const protocol = protocolNamed(name);
  if (!protocol) return { message, reason: `no decoder for ${name}` };
  const decoded = protocol.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!decoded.ok) return { message, reason: decoded.reason };
  if (uniqueId === null) return { message, reason: "nobody had logged in" };
  return { message, sender: { protocol: name, uniqueId }, records: decoded.records };
}
