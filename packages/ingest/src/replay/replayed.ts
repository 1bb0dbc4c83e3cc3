import type { UnreadableMessage } from "../decode.ts";
import type { Difference } from "./difference.ts";

/** What reading a message again came to. */
export type MessageOutcome =
  | "unchanged"
  /** It could be read before and can be now; some of its fixes are others. */
  | "changed"
  | "nowDecoded"
  | "noLongerDecoded"
  | "stillUndecodable"
  /** It can be read, but nobody registered who sent it. */
  | "unknownTracker";

/** What reading messages again does to a fix; `reflagged` is changed in nothing but its flags. */
export type FixOutcome = "new" | "changed" | "gone" | "reflagged";

/** A fix that is another now. */
export interface ChangedFix {
  readonly outcome: FixOutcome;
  readonly protocol: string;
  readonly uniqueId: string;
  readonly time: Date;
  /** The message it is read from; null for a fix beside those that were read. */
  readonly rawMessageId: number | null;
  readonly differences: readonly Difference[];
}

/** A message that was read again. */
export interface RereadMessage {
  readonly message: UnreadableMessage["message"];
  readonly outcome: MessageOutcome;
  /** Why it cannot be read now, or could not before. */
  readonly reason: string | null;
  /** How many fixes of a message that can no longer be read were left as they are. */
  readonly keptFixes: number;
}

/** What reading some messages again came to. */
export interface Replayed {
  readonly messages: readonly RereadMessage[];
  readonly fixes: readonly ChangedFix[];
  readonly trackerIds: readonly number[];
}
