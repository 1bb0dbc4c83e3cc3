/**
 * Digital Matter's TCP framing, from published decoders and captures:
 *
 *   02 55 | u8 message | u16 length of the payload | payload
 *
 * All numbers are little-endian; times are seconds since 2013. There is no checksum.
 */
import { Buffer } from "node:buffer";
import type { Split } from "../protocol.ts";

const FIRST = 0x02;
const SECOND = 0x55;
const HEAD = 5;
/** Captured ones have up to 1001 bytes. */
const LARGEST_PAYLOAD = 8 * 1024;
const YEAR_2013 = Date.UTC(2013, 0, 1);

/** Messages by their numbers. */
export const HELLO = 0x00;
export const HELLO_RESPONSE = 0x01;
export const DATA = 0x04;
export const COMMIT = 0x05;
export const COMMIT_RESPONSE = 0x06;
export const FIXED_DATA = 0x10;
export const VERSION = 0x14;
export const VERSION_RESPONSE = 0x15;
export const ASYNC_MESSAGE = 0x20;
export const ASYNC_RESPONSE = 0x21;
export const ASYNC_REQUEST = 0x22;
export const ASYNC_COMPLETE = 0x23;
export const CLOSING = 0x26;
export const TIME_REQUEST = 0x30;
export const TIME_RESPONSE = 0x31;

/** A whole frame taken apart. */
export interface DmtFrame {
  readonly message: number;
  readonly payload: Buffer;
}

/** Cuts the head of a stream. */
export function split(buffer: Buffer): Split {
  if ((buffer[0] ?? FIRST) !== FIRST || (buffer[1] ?? SECOND) !== SECOND)
    return { kind: "noise", reason: "no frame begins with 02 55 here" };
  if (buffer.length < HEAD) return { kind: "incomplete" };
  const payload = buffer.readUInt16LE(3);
  if (payload > LARGEST_PAYLOAD) return { kind: "noise", reason: `a payload of ${payload} bytes` };
  return buffer.length < HEAD + payload
    ? { kind: "incomplete" }
    : { kind: "frame", length: HEAD + payload };
}

/** The parts of a whole frame, or why it is none. */
export function partsOf(frame: Buffer): DmtFrame | { readonly reason: string } {
  const head = split(frame);
  if (head.kind === "noise") return { reason: head.reason };
  if (head.kind === "incomplete" || head.length !== frame.length) return { reason: "length" };
  return { message: frame.readUInt8(2), payload: frame.subarray(HEAD) };
}

/** A frame around a payload. */
export function frameOf(message: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.from([FIRST, SECOND, message, 0, 0]);
  head.writeUInt16LE(payload.length, 3);
  return Buffer.concat([head, payload]);
}

/** An instant as the protocol counts it. */
export function secondsOf(time: Date): number {
  return Math.max(0, Math.floor((time.getTime() - YEAR_2013) / 1000));
}

/** The instant that a count of seconds means. */
export function instantOf(seconds: number): Date {
  return new Date(YEAR_2013 + seconds * 1000);
}
