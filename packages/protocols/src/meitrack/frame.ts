/**
 * Frames of the Meitrack GPRS protocol, from the vendor's public protocol documents:
 *
 *   $$ | identifier | length | ,IMEI,command[,content] | * | checksum | CR LF     tracker to server, @@ back
 *
 * The identifier is one character of A to z; an answer has that of its command. The length, decimal,
 * counts from the first comma to LF. The checksum, two hexadecimal digits, is the low byte of the sum
 * of all bytes up to the asterisk. The content may be binary, so CR LF may stand inside a frame.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import type { Split } from "../protocol.ts";

const COMMA = 0x2c;
const LENGTH_AT = 3;
const MOST_DIGITS = 4;
/** Comma, IMEI, comma, three letters of command, asterisk, checksum, CR LF. */
const SHORTEST = 1 + 15 + 1 + 3 + 5;
const TAIL = 5;
/** From the first comma to the command. */
const COMMAND_AFTER = 17;
const BINARY: ReadonlySet<string> = new Set(["CCC", "CCE", "D00"]);
const MISCOUNTED = 16;

/** A frame whose length and checksum are true. */
export interface Frame {
  readonly identifier: string;
  readonly imei: string;
  readonly command: string;
  /** The command and what follows it, without the checksum: the same when a tracker sends it again. */
  readonly body: Buffer;
  /** What follows the command and its comma. */
  readonly content: Buffer;
}

/** What stands at the head of a stream. */
export function split(buffer: Buffer): Split {
  const start = buffer.toString("latin1", 0, LENGTH_AT + MOST_DIGITS + 1);
  const digits = /^\$\$[A-z](\d+),/.exec(start)?.[1];
  if (digits === undefined)
    return /^\$?$|^\$\$[A-z]?\d{0,4}$/.test(start)
      ? { kind: "incomplete" }
      : { kind: "noise", reason: "no frame begins with $$, a letter and a length here" };
  if (Number(digits) < SHORTEST) return { kind: "noise", reason: "an impossible length" };
  return cut(buffer, LENGTH_AT + digits.length, Number(digits));
}

/** Text ends with its line, as some trackers count one too many; what may hold any byte, where it says. */
function cut(buffer: Buffer, comma: number, length: number): Split {
  const commandAt = comma + COMMAND_AFTER;
  if (buffer.length < commandAt + 3) return { kind: "incomplete" };
  const end = comma + length;
  if (BINARY.has(buffer.toString("latin1", commandAt, commandAt + 3)))
    return buffer.length < end ? { kind: "incomplete" } : { kind: "frame", length: end };
  const line = buffer.subarray(0, end + MISCOUNTED).indexOf("\r\n", commandAt);
  if (line !== -1) return { kind: "frame", length: line + 2 };
  return buffer.length < end + MISCOUNTED
    ? { kind: "incomplete" }
    : { kind: "noise", reason: "a line does not end where it says" };
}

/** The parts of a whole frame, or why it cannot be trusted. */
export function readFrame(bytes: Buffer): Frame | { readonly reason: string } {
  const head = split(bytes);
  if (head.kind !== "frame" || head.length !== bytes.length) return { reason: "length" };
  const tail = bytes.toString("latin1", bytes.length - TAIL);
  if (!/^\*[0-9A-Fa-f]{2}\r\n$/.test(tail)) return { reason: "no checksum at its end" };
  if (Number.parseInt(tail.slice(1, 3), 16) !== sumOf(bytes.subarray(0, 1 - TAIL)))
    return { reason: "checksum" };
  const imeiAt = bytes.indexOf(COMMA) + 1;
  const imei = bytes.toString("latin1", imeiAt, imeiAt + 15);
  if (!isImei(imei) || bytes[imeiAt + 15] !== COMMA) return { reason: "no IMEI" };
  const body = bytes.subarray(imeiAt + 16, -TAIL);
  return {
    identifier: String.fromCharCode(bytes.readUInt8(2)),
    imei,
    command: body.toString("latin1", 0, 3),
    body,
    content: body.subarray(4),
  };
}

/** What the server says in this language. */
export function serverFrame(identifier: string, imei: string, text: string): Buffer {
  const rest = `,${imei},${text}*`;
  const head = Buffer.from(`@@${identifier}${rest.length + TAIL - 1}${rest}`, "latin1");
  const sum = sumOf(head).toString(16).toUpperCase().padStart(2, "0");
  return Buffer.concat([head, Buffer.from(`${sum}\r\n`)]);
}

function sumOf(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
}
