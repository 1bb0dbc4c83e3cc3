/**
 * Teltonika TCP framing, from the vendor's "Teltonika Data Sending Protocols".
 *
 *   ping    FF, at any frame boundary
 *   login   u16 length, IMEI in ASCII digits        answer: 01 accept, 00 refuse
 *   packet  u32 0, u32 length, data, u32 CRC-16/ARC of data (upper half 0)
 *   data    u8 codec, u8 count, body, u8 count      answer: u32 records accepted
 *
 * All numbers are big-endian. The tracker erases what we accept and sends the rest again.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import { crc16Arc } from "../crc16.ts";
import type { Caller, Meaning, Split } from "../protocol.ts";
import { answerIn, isCommandCodec, recordsIn } from "./commands.ts";

const PING = 0xff;
const PREAMBLE = 4;
const HEAD = 8;
const TAIL = 4;
const SMALLEST_DATA = 3;
/** The vendor's largest packet is 1,280 bytes; some firmware sends more. */
const LARGEST_DATA = 32 * 1024;
const LONGEST_LOGIN = 32;

/** Cuts the head of a stream. */
export function split(buffer: Buffer): Split {
  if (buffer.length === 0) return { kind: "incomplete" };
  if (buffer[0] === PING) return { kind: "frame", length: 1 };
  if (buffer.length < 2) return { kind: "incomplete" };
  const length = buffer.readUInt16BE(0);
  return length === 0 ? splitPacket(buffer) : splitLogin(buffer, length);
}

/** What a frame asks of the gateway. */
export function understand(frame: Buffer, { uniqueId }: Pick<Caller, "uniqueId">): Meaning {
  if (frame.length === 1) return { kind: "ping", reply: null };
  if (frame.readUInt16BE(0) !== 0) return login(frame);
  const reason = faultOf(frame);
  if (reason) return { kind: "keep-corrupt", reason, reply: accepted(0) };
  if (uniqueId === null)
    return { kind: "keep-corrupt", reason: "data before login", reply: accepted(0) };
  const data = frame.subarray(HEAD, -TAIL);
  if (isCommandCodec(data.readUInt8(0))) return answered(data);
  const records = data.readUInt8(1);
  return { kind: "keep", records, reply: accepted(records), listens: true };
}

/** The data of a packet, or why it cannot be trusted. */
export function dataOf(frame: Buffer): Buffer | { readonly reason: string } {
  const reason = faultOf(frame);
  return reason ? { reason } : frame.subarray(HEAD, -TAIL);
}

function splitPacket(buffer: Buffer): Split {
  if (buffer.subarray(0, PREAMBLE).some((byte) => byte !== 0))
    return { kind: "noise", reason: "preamble is not zero" };
  if (buffer.length < HEAD) return { kind: "incomplete" };
  const length = buffer.readUInt32BE(PREAMBLE);
  if (length < SMALLEST_DATA || length > LARGEST_DATA)
    return { kind: "noise", reason: `data length ${length}` };
  const whole = HEAD + length + TAIL;
  return buffer.length < whole ? { kind: "incomplete" } : { kind: "frame", length: whole };
}

function splitLogin(buffer: Buffer, length: number): Split {
  if (length > LONGEST_LOGIN) return { kind: "noise", reason: "neither a login nor a packet" };
  return buffer.length < 2 + length
    ? { kind: "incomplete" }
    : { kind: "frame", length: 2 + length };
}

/** Answers and what a tracker says by itself are not acknowledged. */
function answered(data: Buffer): Meaning {
  const answer = answerIn(data);
  const said = recordsIn(data);
  const records = "reason" in said ? 0 : said.length;
  return { kind: "keep", records, reply: null, listens: true, ...(answer && { answer }) };
}

function login(frame: Buffer): Meaning {
  const uniqueId = frame.toString("latin1", 2);
  if (isImei(uniqueId)) return { kind: "login", uniqueId, reply: Buffer.from([1]), listens: true };
  return {
    kind: "refuse",
    reason: `login with ${JSON.stringify(uniqueId)}, which is no IMEI`,
    reply: Buffer.from([0]),
  };
}

function faultOf(frame: Buffer): string | undefined {
  if (frame.length < HEAD + SMALLEST_DATA + TAIL) return "length";
  if (frame.readUInt32BE(0) !== 0) return "preamble";
  if (frame.readUInt32BE(PREAMBLE) !== frame.length - HEAD - TAIL) return "length";
  const data = frame.subarray(HEAD, -TAIL);
  if (frame.readUInt32BE(frame.length - TAIL) !== crc16Arc(data)) return "checksum";
  return data[1] === data.at(-1) ? undefined : "record counts differ";
}

function accepted(records: number): Buffer {
  const reply = Buffer.alloc(4);
  reply.writeUInt32BE(records);
  return reply;
}
