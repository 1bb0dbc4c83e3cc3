import type { KnownTracker, ReadMessage } from "@zpr/ports";
import {
  decode,
  type ReadableMessage,
  type Sender,
  type SettingsOf,
  type UnreadableMessage,
} from "../decode.ts";
import type { ChangedFix } from "./replayed.ts";
import type { Revision } from "./revision.ts";

/** Messages as the decoders of today read them. */
export interface Reading {
  readonly readable: readonly ReadableMessage[];
  readonly problems: readonly UnreadableMessage[];
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

/** Reads messages with the decoders of today. */
export function readAgain(messages: readonly ReadMessage[], settings: SettingsOf): Reading {
  const { readable, problems } = decode(messages, settings);
  const before = new Map(messages.map(({ id, problem }) => [id, problem]));
  const bySender = Map.groupBy(readable, ({ sender }) => senderKey(sender));
  const groups = [...bySender.values()].flatMap((group) =>
    group[0] ? [{ sender: group[0].sender, messages: group }] : [],
  );
  return {
    readable,
    problems,
    groups,
    isNews: (messageId, problem) => before.get(messageId) !== problem,
  };
}

/** How settings and trackers are found by their senders. */
export function senderKey({ protocol, uniqueId }: Sender): string {
  return `${protocol} ${uniqueId}`;
}
