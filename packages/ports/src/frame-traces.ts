import type { RawMessage } from "@zpr/model";

/** A step of a frame's way that is over. */
export interface FrameStep {
  /** What was done, in a few words that are always the same. */
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
  /** Why it did not succeed. */
  readonly error?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * Follows single frames from the socket to their fixes, through whatever processes and queues they
 * pass. The gateway notes the first step of a frame, ingest the next.
 */
export interface FrameTraces {
  /** The first step of a frame's way. */
  begin(message: RawMessage, step: FrameStep): void;
  /** A step after the first, wherever it is done. */
  note(message: RawMessage, step: FrameStep): void;
}
