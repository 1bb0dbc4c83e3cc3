import type { LoggedMessage } from "@zpr/ports";
import { type DecodedRecord, protocolNamed } from "@zpr/protocols";

/** A message with what it says. */
export interface ReadableMessage {
  readonly message: LoggedMessage;
  readonly sender: { readonly protocol: string; readonly uniqueId: string };
  readonly records: readonly DecodedRecord[];
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
    const { protocol: name, uniqueId } = message;
    const protocol = protocolNamed(name);
    const decoded = protocol?.decode(
      Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length),
    );
    if (!decoded) problems.push({ message, reason: `no decoder for ${name}` });
    else if (!decoded.ok) problems.push({ message, reason: decoded.reason });
    else if (uniqueId === null) problems.push({ message, reason: "nobody had logged in" });
    else readable.push({ message, sender: { protocol: name, uniqueId }, records: decoded.records });
  }
  return { readable, problems };
}
