import type { CodecPin, KnownTracker, ReadMessage } from "@zpr/ports";
import { type ReadableMessage, type Sender, senderKey, type UnreadableMessage } from "../decode.ts";
import type { ReadPayloads } from "../read-payloads.ts";
import type { ChangedFix } from "./replayed.ts";
import type { Revision } from "./revision.ts";

/** Messages as the decoders of today read them. */
export interface Reading {
  readonly readable: readonly ReadableMessage[];
  readonly problems: readonly UnreadableMessage[];
  readonly pins: readonly CodecPin[];
  readonly groups: readonly Group[];
  /** Whether a message could not be read before, or for another reason. */
  isNews(messageId: number, problem: string | null): boolean;
}

/** The readable messages of one sender. */
export interface Group {
  readonly sender: Sender;
  readonly messages: readonly ReadableMessage[];
}

/** What is to become of the fixes of a registered sender. */
export interface Revised extends Group {
  readonly tracker: KnownTracker;
  readonly revision: Revision;
  readonly fixes: readonly ChangedFix[];
}

/** What was read of messages, by their senders and beside what was read before. */
export function readingOf(messages: readonly ReadMessage[], read: ReadPayloads): Reading {
  const { readable } = read;
  const before = new Map(messages.map(({ id, problem }) => [id, problem]));
  const bySender = Map.groupBy(readable, ({ sender }) => senderKey(sender));
  const groups = [...bySender.values()].flatMap((group) =>
    group[0] ? [{ sender: group[0].sender, messages: group }] : [],
  );
  return {
    ...read,
    groups,
    isNews: (messageId, problem) => before.get(messageId) !== problem,
  };
}
