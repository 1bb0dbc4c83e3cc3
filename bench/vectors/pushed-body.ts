import type { Fix } from "@zpr/model";
import { pushProtocolNamed } from "@zpr/protocols";
import type { Verdict } from "./comparison.ts";
import type { PublishedVector } from "./published-frame.ts";
import { alikeIf } from "./verdicts.ts";

/** A push as published: its body is a text. */
export interface PushVector extends PublishedVector {
  readonly body?: string;
}

/** What we read out of a push, in its order. */
export interface PushReading {
  readonly messages: readonly { readonly uniqueId: string; readonly fixes: readonly Fix[] }[];
  /** What could not be read. */
  readonly reasons: readonly string[];
}

/** Unpacks a push and decodes its messages, as the server does. */
export function readingOfPush(name: string, { body = "" }: PushVector): PushReading {
  const protocol = pushProtocolNamed(name);
  if (!protocol) throw new Error(`there is no protocol ${name}`);
  const receivedAt = new Date();
  const unpacked = protocol.unpack(Buffer.from(body), { receivedAt, contentType: "", query: {} });
  if (!unpacked.ok) return { messages: [], reasons: [unpacked.reason] };
  const read = unpacked.messages.map(({ uniqueId, bytes }) => ({
    uniqueId,
    decoded: protocol.decode(bytes, { receivedAt, transport: "http", context: null, settings: {} }),
  }));
  return {
    messages: read.map(({ uniqueId, decoded }) => ({
      uniqueId,
      fixes: decoded.ok ? decoded.records.map(({ fix }) => fix) : [],
    })),
    reasons: read.flatMap(({ decoded }) => (decoded.ok ? [] : [decoded.reason])),
  };
}

/** Whether we know a place where a published test does. */
export function comparePlaces({ check }: PushVector, reading: PushReading): Verdict {
  if (reading.reasons.length > 0) return alikeIf(false, reading.reasons.join("; "));
  const fixes = reading.messages.flatMap((message) => message.fixes);
  const isPlaced = fixes.some(({ position }) => position !== null);
  return check === "verifyNull"
    ? alikeIf(!isPlaced, "there is a position where there should be none")
    : alikeIf(isPlaced, "there is no position");
}
