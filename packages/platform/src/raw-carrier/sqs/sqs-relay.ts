import type { CarriedMessage, CarriedRecord } from "@zpr/ports";
import { messageText, parcelIn, parcelText } from "../parcel-text.ts";
import { findSqsQueue } from "./sqs-queue.ts";
import { MOST_BYTES, sqsSender } from "./sqs-sender.ts";

/** What a message says, as far as the relay can read it. */
export type ReadMessage = (message: CarriedMessage) => readonly CarriedRecord[] | undefined;

/** Passes what was in one queue on to another. */
export interface SqsRelay {
  /** Resolves once the next queue has the text, with what was read in its messages. */
  pass(text: string): Promise<void>;
}

/** Passes parcels on to the queue at `sqs://REGION/QUEUE[?endpoint=URL]`. */
export async function sqsRelay(url: string, read: ReadMessage): Promise<SqsRelay> {
  const sender = sqsSender(await findSqsQueue(url));
  return { pass: (text) => sender.send(withRecords(text, read)) };
}

/**
 * A parcel with what is read in its messages, under the id it has. As it is, when it is none, only
 * points to one, or has no room for more: who records it reads it then.
 */
export function withRecords(text: string, read: ReadMessage): string {
  const parcel = parcelIn(Buffer.from(text));
  if (!parcel) return text;
  const messages = parcel.messages.map((message) => {
    const records = read(message);
    return messageText(records ? { ...message, records } : message);
  });
  const whole = parcelText(parcel.id, messages);
  return Buffer.byteLength(whole) <= MOST_BYTES ? whole : text;
}
