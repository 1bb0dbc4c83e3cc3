import type { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";

/** All that differs between one kind of tracker and another. Pure: bytes in, values out. */
export interface Protocol {
  /** Stored with every message and used to decode it again years later, so never renamed. */
  readonly name: string;
  /** The port integrators know it by. */
  readonly port: number;
  /** What stands at the head of a stream. */
  split(buffer: Buffer): Split;
  /** What a whole frame asks of the gateway; `uniqueId` is who has logged in on this connection. */
  understand(frame: Buffer, uniqueId: string | null): Meaning;
  /** What a kept frame says. */
  decode(frame: Buffer): Decoded;
}

/** A whole frame, the start of one, or bytes that no frame of this protocol begins with. */
export type Split =
  | { readonly kind: "frame"; readonly length: number }
  | { readonly kind: "incomplete" }
  | { readonly kind: "noise"; readonly reason: string };

/** What the gateway does with a frame. `reply` goes out only after a frame that is to be kept is durable. */
export type Meaning =
  | { readonly kind: "login"; readonly uniqueId: string; readonly reply: Buffer }
  | { readonly kind: "keep"; readonly reply: Buffer | null; readonly records: number }
  | { readonly kind: "keep-corrupt"; readonly reply: Buffer | null; readonly reason: string }
  | { readonly kind: "refuse"; readonly reply: Buffer; readonly reason: string }
  | { readonly kind: "ping"; readonly reply: null };

/** A bad frame is an ordinary outcome on a cellular line, hence a value and not an exception. */
export type Decoded =
  | { readonly ok: true; readonly records: readonly DecodedRecord[] }
  | { readonly ok: false; readonly reason: string };

/** A fix with the bytes of its own record: they tell it from others, whatever a later decoder makes of them. */
export interface DecodedRecord {
  readonly fix: Fix;
  readonly bytes: Buffer;
}
