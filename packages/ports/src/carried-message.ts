import type { Fix, RawMessage } from "@zpr/model";

/** A raw message, and what a decoder on its way has read in it, where one did. */
export interface CarriedMessage extends RawMessage {
  readonly records?: readonly CarriedRecord[];
}

/** One record of a tracker, as a decoder read it. */
export interface CarriedRecord {
  readonly fix: Fix;
  /** Those of the record alone, which tell it from others. */
  readonly bytes: Uint8Array;
  /** What a codec is to read, with what the network's own made of it. */
  readonly payload?: {
    readonly bytes: Uint8Array;
    readonly port: number;
    readonly object?: Readonly<Record<string, unknown>>;
  };
}
