import { Buffer } from "node:buffer";
import { type CarriedMessage, type Parcel, RefusedValue } from "@zpr/ports";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { recordsOfJson, recordsToJson, toBase64 } from "./record-text.ts";

/**
 * Parcels as engines carry them: JSON, since some take text only. The bytes of messages are base64:
 *
 *   {"format":1,"id":UUID,"messages":[{"protocol":...,"uniqueId":...,"transport":...,
 *    "receivedAt":ISO 8601,"bytes":base64,"context":...,"records":[...]}, ...]}
 *
 * `records` is there when a decoder on the way has read the message.
 */
const FORMAT = 1;

/** The protocol of a message that holds a parcel nobody can read: kept whole, decoded by none. */
const UNREADABLE = "parcel";

/** PostgreSQL keeps no zero byte in a text. */
const Text = Type.String({ pattern: "^[^\\0]*$" });
const Message = Type.Object({
  protocol: Text,
  uniqueId: Type.Union([Text, Type.Null()]),
  transport: Type.Enum(["tcp", "udp", "http", "mqtt"]),
  receivedAt: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$" }),
  bytes: Type.String(),
  context: Type.Union([Text, Type.Null()]),
  records: Type.Optional(Type.Unknown()),
});
const Envelope = Compile(
  Type.Object({
    format: Type.Literal(FORMAT),
    id: Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" }),
    messages: Type.Array(Message, { minItems: 1 }),
  }),
);

/** A message as it stands in a parcel; a text that the database could not keep is a `RefusedValue`. */
export function messageText(message: CarriedMessage): string {
  const { protocol, uniqueId, transport, receivedAt, bytes, context, records } = message;
  if ([protocol, uniqueId, context].some((text) => text?.includes("\0")))
    throw new RefusedValue("a text of the message holds a zero byte");
  return JSON.stringify({
    protocol,
    uniqueId,
    transport,
    receivedAt,
    bytes: toBase64(bytes),
    context,
    records: records && recordsToJson(records),
  } satisfies { readonly [Key in keyof Static<typeof Message>]: unknown });
}

/** A parcel of messages that were made to texts before. */
export function parcelText(id: string, messages: readonly string[]): string {
  return `{"format":${FORMAT},"id":"${id}","messages":[${messages.join(",")}]}`;
}

/** The length of a parcel without its messages, in bytes; between two of them there is one more. */
export const ENVELOPE_BYTES = parcelText("00000000-0000-0000-0000-000000000000", []).length;

/** How a parcel came. */
export interface Arrival {
  /** An id for it if it does not tell its own: the same whenever it comes. */
  readonly id: string;
  readonly at: Date;
}

/** The parcel in a text; what is none, as of a version to come, is one message with all its bytes. */
export function parcelOf(text: Uint8Array, arrival: Arrival): Parcel {
  return parcelIn(text) ?? unreadable(text, arrival);
}

/** The parcel in a text; undefined when there is none that this version knows. */
export function parcelIn(text: Uint8Array): Parcel | undefined {
  const envelope = parsed(text);
  if (!Envelope.Check(envelope)) return undefined;
  const messages = envelope.messages.map(({ records: json, ...message }) => {
    const records = json === undefined ? undefined : recordsOfJson(json);
    return {
      ...message,
      receivedAt: new Date(message.receivedAt),
      bytes: Buffer.from(message.bytes, "base64"),
      ...(records && { records }),
    };
  });
  const isDated = messages.every(({ receivedAt }) => !Number.isNaN(receivedAt.getTime()));
  return isDated ? { id: envelope.id, messages } : undefined;
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString());
  } catch {
    return undefined;
  }
}

function unreadable(bytes: Uint8Array, { id, at }: Arrival): Parcel {
  const message = {
    protocol: UNREADABLE,
    uniqueId: null,
    transport: "tcp",
    context: null,
  } as const;
  return { id, messages: [{ ...message, receivedAt: at, bytes }] };
}
