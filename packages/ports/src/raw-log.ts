import type { RawMessage } from "@zpr/model";
import type { CarriedMessage } from "./carried-message.ts";

/** The append-only record of everything trackers sent. The gateway writes, ingest reads. */
export interface RawLog {
  /** Resolves once the message is durable; only then may the tracker be acknowledged. */
  append(message: RawMessage): Promise<void>;
}

/** A raw message with the number the log gave it. */
export interface LoggedMessage extends CarriedMessage {
  readonly id: number;
}
