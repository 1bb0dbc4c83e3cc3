import type { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import type { CommandAnswer, CommandLanguage } from "./command-language.ts";
import type { Settings } from "./settings.ts";

/** Reads what was kept, now or years later. Pure: bytes in, values out. */
export interface Decoder {
  /** Stored with every message and used to decode it again years later, so never renamed. */
  readonly name: string;
  /** Whether `decode` looks at a tracker's settings; they are read only for those that do. */
  readonly needsSettings?: true;
  /** What a kept message says. */
  decode(bytes: Buffer, about: About): Decoded;
}

/** What is known of a message beside its bytes. */
export interface About {
  readonly receivedAt: Date;
  readonly transport: Transport;
  /** What the protocol itself kept beside the message because the bytes alone do not tell. */
  readonly context: string | null;
  /** What researchers set for this tracker: a payload layout, a time zone. */
  readonly settings: Settings;
}

export type Transport = "tcp" | "udp" | "http" | "mqtt";

/** All that differs between one kind of tracker and another on a socket. */
export interface Protocol extends Decoder {
  /** The port integrators know it by. */
  readonly port: number;
  readonly transports: readonly ("tcp" | "udp")[];
  /** What stands at the head of a stream. */
  split(buffer: Buffer): Split;
  /** The frames in a datagram; without this the whole of it is one. */
  framesOf?(datagram: Buffer): readonly Buffer[];
  /** What a whole frame asks of the gateway. */
  understand(frame: Buffer, caller: Caller): Meaning;
  /** How instructions are said to it, if it takes any. */
  readonly commands?: CommandLanguage;
}

/** Who calls, as far as its connection has said. */
export interface Caller {
  readonly uniqueId: string | null;
  /** What an earlier frame of this connection left for those after it. */
  readonly context: string | null;
  readonly transport: "tcp" | "udp";
  readonly now: Date;
}

/** A whole frame, the start of one, or bytes that no frame of this protocol begins with. */
export type Split =
  | { readonly kind: "frame"; readonly length: number }
  | { readonly kind: "incomplete" }
  | { readonly kind: "noise"; readonly reason: string };

/** What the gateway does with a frame. `reply` goes out only after a frame that is to be kept is durable. */
export type Meaning =
  | ({
      readonly kind: "login";
      readonly uniqueId: string;
      /** Kept beside every later message of this connection, for the decoder. */
      readonly context?: string;
      /** The login itself tells something worth keeping. */
      readonly keep?: true;
    } & Said)
  | ({
      readonly kind: "keep";
      /** Who sent it, where each frame says so. */
      readonly uniqueId?: string;
      readonly records: number;
      /** It answers an instruction. */
      readonly answer?: CommandAnswer;
    } & Said)
  | { readonly kind: "keep-corrupt"; readonly reply: Buffer | null; readonly reason: string }
  | { readonly kind: "refuse"; readonly reply: Buffer | null; readonly reason: string }
  | ({ readonly kind: "ping" } & Said);

interface Said {
  readonly reply: Buffer | null;
  /** After this frame the tracker reads instructions, which go out behind the reply. */
  readonly listens?: true;
  /** Said when no more instructions wait, by a protocol that ends their exchange. */
  readonly farewell?: Buffer;
}

/** A bad frame is an ordinary outcome on a cellular line, hence a value and not an exception. */
export type Decoded =
  | { readonly ok: true; readonly records: readonly DecodedRecord[] }
  | { readonly ok: false; readonly reason: string };

/** A fix with the bytes of its own record: they tell it from others, whatever a later decoder makes of them. */
export interface DecodedRecord {
  /** What has a time but no place has a null position and the quality "none". */
  readonly fix: Fix;
  readonly bytes: Buffer;
  /** Bytes that mean what the device's maker chose; what the network's codec says of them is added to the fix. */
  readonly payload?: Payload;
}

/** What a LoRaWAN device, or another whose bytes mean what its maker chose, has sent. */
export interface Payload {
  readonly bytes: Buffer;
  readonly port: number;
  /** What the network's own codec made of it. */
  readonly object?: Readonly<Record<string, unknown>>;
}
