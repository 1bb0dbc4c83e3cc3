/**
 * GT06 framing, from the makers' "GPS tracker communication protocol" (Concox, Jimi).
 *
 *   7878 | u8 length  | u8 message, content, u16 serial, u16 CRC | 0D0A
 *   7979 | u16 length | the same                                 | 0D0A
 *
 * The length counts from the message number to the CRC; the CRC-16/X-25 covers length to serial.
 * Content may hold 0D0A, so the length decides. Some clones write a wrong length: then what ends
 * with 0D0A behind a true CRC is a frame, and after the stated end whatever ends with 0D0A.
 */
import { Buffer } from "node:buffer";
import { crc16X25 } from "../crc16.ts";
import type { Split } from "../protocol.ts";

const SHORT = 0x78;
const LONG = 0x79;
const TERMINATOR = Buffer.from([0x0d, 0x0a]);
/** Serial, CRC and terminator. */
const TAIL = 6;
const SMALLEST_LENGTH = 5;
const LARGEST_FRAME = 4096;
const LARGEST_SHORT_LENGTH = 255;
/** Clones with a wrong length send short frames; looking further would cost a checksum per 0D0A. */
const LARGEST_CLONE_FRAME = 512;

/** A frame taken apart; its length and terminator are not trusted, its checksum is. */
export interface Gt06Frame {
  /** It begins with 7979. */
  readonly isLong: boolean;
  readonly message: number;
  /** Message number and content, which are the same when a frame is sent again. */
  readonly bytes: Buffer;
  readonly content: Buffer;
  readonly serial: number;
}

/** Cuts the head of a stream. */
export function split(buffer: Buffer): Split {
  if (!startsLikeFrame(buffer)) return { kind: "noise", reason: "neither 7878 nor 7979" };
  const head = headOf(buffer);
  if (buffer.length < head) return { kind: "incomplete" };
  const length = head + lengthOf(buffer, head) + TERMINATOR.length;
  if (length > LARGEST_FRAME) return { kind: "noise", reason: `a frame of ${length} bytes` };
  const early = checkedEndBefore(buffer, length);
  if (early !== undefined) return { kind: "frame", length: early };
  if (buffer.length < length) return { kind: "incomplete" };
  if (endsAt(buffer, length)) return { kind: "frame", length };
  return byTerminator(buffer, head);
}

/** The parts of a whole frame, or why it cannot be trusted. */
export function partsOf(frame: Buffer): Gt06Frame | { readonly reason: string } {
  const head = startsLikeFrame(frame) ? headOf(frame) : 0;
  if (head === 0 || frame.length < head + SMALLEST_LENGTH + TERMINATOR.length)
    return { reason: "length" };
  if (!isChecked(frame, frame.length)) return { reason: "checksum" };
  return {
    isLong: frame[0] === LONG,
    message: frame.readUInt8(head),
    bytes: frame.subarray(head, -TAIL),
    content: frame.subarray(head + 1, -TAIL),
    serial: frame.readUInt16BE(frame.length - TAIL),
  };
}

/** A frame around a message. */
export function frameOf({
  isLong,
  message,
  content,
  serial,
}: Pick<Gt06Frame, "isLong" | "message" | "content" | "serial">): Buffer {
  const length = content.length + SMALLEST_LENGTH;
  const head = isLong ? [LONG, LONG, length >> 8, length & 0xff] : [SHORT, SHORT, length];
  const tail = Buffer.from([serial >> 8, serial & 0xff, 0, 0, ...TERMINATOR]);
  const frame = Buffer.concat([Buffer.from([...head, message]), content, tail]);
  frame.writeUInt16BE(crc16X25(frame.subarray(2, -4)), frame.length - 4);
  return frame;
}

/** The longest content of a frame that begins with 7878. */
export const LONGEST_SHORT_CONTENT = LARGEST_SHORT_LENGTH - SMALLEST_LENGTH;

function startsLikeFrame(buffer: Buffer): boolean {
  const first = buffer[0];
  if (first !== undefined && first !== SHORT && first !== LONG) return false;
  return buffer.length < 2 || buffer[1] === first;
}

function headOf(buffer: Buffer): number {
  return buffer[0] === LONG ? 4 : 3;
}

function lengthOf(buffer: Buffer, head: number): number {
  return head === 4 ? buffer.readUInt16BE(2) : buffer.readUInt8(2);
}

/** Where a frame ends whose stated length is too long; known as soon as its own last byte is there. */
function checkedEndBefore(buffer: Buffer, length: number): number | undefined {
  const smallest = headOf(buffer) + SMALLEST_LENGTH;
  for (let at = buffer.indexOf(TERMINATOR, smallest); at >= 0; ) {
    const end = at + TERMINATOR.length;
    if (end >= Math.min(length, LARGEST_CLONE_FRAME)) return undefined;
    if (isChecked(buffer, end)) return end;
    at = buffer.indexOf(TERMINATOR, end);
  }
  return undefined;
}

function byTerminator(buffer: Buffer, head: number): Split {
  const at = buffer.indexOf(TERMINATOR, head);
  if (at >= 0 && at < LARGEST_FRAME) return { kind: "frame", length: at + TERMINATOR.length };
  return buffer.length < LARGEST_FRAME
    ? { kind: "incomplete" }
    : { kind: "noise", reason: "no end of a frame" };
}

function endsAt(buffer: Buffer, end: number): boolean {
  return buffer[end - 2] === TERMINATOR[0] && buffer[end - 1] === TERMINATOR[1];
}

function isChecked(buffer: Buffer, end: number): boolean {
  return buffer.readUInt16BE(end - 4) === crc16X25(buffer.subarray(2, end - 4));
}
