import type { Page, StudyScope } from "./page.ts";
import type { LoggedMessage } from "./raw-log.ts";

export type RawOutcome = "pending" | "decoded" | "undecodable" | "unknown-tracker";

/** A raw message with what became of it. */
export interface TracedMessage extends LoggedMessage {
  /** Whose it is; null while nobody registered its sender. */
  readonly trackerId: number | null;
  readonly outcome: RawOutcome;
  readonly reason: string | null;
  /** The codec of ours that read its payload, or failed to. */
  readonly codec: { readonly id: number; readonly name: string; readonly hash: string } | null;
}

export interface RawMessageFilter {
  /** Messages of the trackers of these studies; "all" includes those of nobody's tracker. */
  readonly studies: StudyScope;
  readonly trackerId?: number;
  readonly protocol?: string;
  readonly uniqueId?: string;
  readonly undecodable?: boolean;
}

/** The raw log as researchers read it, newest first. */
export interface RawMessageStore {
  list(filter: RawMessageFilter, page: Page<number>): Promise<readonly TracedMessage[]>;
  find(id: number, studies: StudyScope): Promise<TracedMessage | undefined>;
}
