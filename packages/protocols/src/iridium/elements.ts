/**
 * DirectIP messages of Iridium's Short Burst Data service, from public libraries and captures:
 *
 *   u8 revision 1 | u16 length of the rest | information elements: u8 id | u16 length | bytes
 *
 * Big-endian. Elements that nobody knows are stepped over by their length.
 */
import { Buffer } from "node:buffer";
import type { Split } from "../protocol.ts";

const REVISION = 1;
const HEAD = 3;
/** The smallest element with anything in it. */
const SMALLEST_REST = HEAD + 1;
/** A header, a location and the longest payload, and room for elements to come. */
const LARGEST_REST = 4096;

/** Information elements of one message by id. */
export type Elements = ReadonlyMap<number, Buffer>;

/** What stands at the head of a stream. */
export function split(buffer: Buffer): Split {
  if (buffer.length > 0 && buffer[0] !== REVISION)
    return { kind: "noise", reason: "no DirectIP message of revision 1" };
  if (buffer.length < HEAD) return { kind: "incomplete" };
  const rest = buffer.readUInt16BE(1);
  if (rest < SMALLEST_REST || rest > LARGEST_REST)
    return { kind: "noise", reason: "an impossible length" };
  const length = HEAD + rest;
  return buffer.length < length ? { kind: "incomplete" } : { kind: "frame", length };
}

/** The elements of a whole message, or why there are none. */
export function readElements(message: Buffer): Elements | { readonly reason: string } {
  const head = split(message);
  if (head.kind !== "frame" || head.length !== message.length) return { reason: "length" };
  const elements = new Map<number, Buffer>();
  let at = HEAD;
  while (at < message.length) {
    const end = at + HEAD + (at + HEAD <= message.length ? message.readUInt16BE(at + 1) : 0);
    if (end > message.length) return { reason: "an information element ends too late" };
    elements.set(message.readUInt8(at), message.subarray(at + HEAD, end));
    at = end;
  }
  return elements;
}

/** A message of these elements. */
export function writeMessage(elements: readonly (readonly [id: number, bytes: Buffer])[]): Buffer {
  const rest = Buffer.concat(elements.flatMap(([id, bytes]) => [headOf(id, bytes.length), bytes]));
  return Buffer.concat([headOf(REVISION, rest.length), rest]);
}

function headOf(first: number, length: number): Buffer {
  return Buffer.from([first, length >> 8, length & 0xff]);
}
