import type { Buffer } from "node:buffer";
import type { TrackerRecord } from "./teltonika-encode.ts";

/** How one kind of tracker talks on a connection, written from the tracker's side. */
export interface Speech {
  /** Name of the protocol it speaks. */
  readonly protocol: string;
  readonly transports: readonly ("tcp" | "udp")[];
  /** Whether the server answers each message; without that nothing tells what arrived. */
  readonly isAnswered: boolean;
  /** An instruction in its language that it understands; absent when it takes none on its connection. */
  readonly commandText?: string;
  /** What opens a connection, which is answered like a message; null when nothing does. */
  greeting(speaker: Speaker): Buffer | null;
  /** Messages that carry these records; each waits for the answer to the one before. */
  report(records: readonly TrackerRecord[], speaker: Speaker): readonly Buffer[];
  /** What stands at the head of what the server has said. */
  hear(received: Buffer, speaker: Speaker): Heard;
}

/** The tracker that talks. */
export interface Speaker {
  readonly uniqueId: string;
  /** Numbers its messages: 1, 2, 3 ... */
  nextNumber(): number;
}

/** What a tracker makes of the server's bytes; `length` of them are understood. */
export type Heard =
  | { readonly kind: "incomplete" }
  /** What was said last is taken. */
  | { readonly kind: "accepted"; readonly length: number }
  /** What was said last is not taken and is to be sent again. */
  | { readonly kind: "refused"; readonly length: number }
  /** An instruction, and what the tracker answers. */
  | {
      readonly kind: "command";
      readonly length: number;
      readonly text: string;
      readonly answer: Buffer;
    }
  /** Nothing that the tracker waits for. */
  | { readonly kind: "other"; readonly length: number };
