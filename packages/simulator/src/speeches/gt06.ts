/**
 * A GT06 tracker over TCP, written from the makers' description of what a tracker sends:
 *
 *   frame     7878 | u8 length | u8 message | content | u16 serial | u16 CRC-16/X-25 | 0D0A
 *   login 01  IMEI in 8 bytes BCD | u16 model | u16 zone and language
 *   place 22  u8 year, month, day, hour, minute, second | u8 C0 + satellites | u32 latitude and
 *             u32 longitude * 1,800,000 | u8 km/h | u16 flags and course | u16 MCC | u8 MNC
 *             | u16 LAC | u24 cell | u8 ignition | u8 reason | u8 stored
 *   answer 15 u8 length | u32 flag | text | u16 language, to a command 80 of the same form
 *
 * The server answers each with its message number and serial. Altitude and battery have no field.
 */
import { Buffer } from "node:buffer";
import type { Heard, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const LOGIN = 0x01;
const PLACE = 0x22;
const ANSWER = 0x15;
const COMMAND = 0x80;
const HEAD = 3;
const TERMINATOR_BYTES = 2;
const TAIL = 6;
const FLAG_AT = 5;
const TEXT_AT = 9;
const UNITS_PER_DEGREE = 1_800_000;
const NORTH = 1 << 10;
const WEST = 1 << 11;
const FIXED = 1 << 12;
const MOST_SATELLITES = 15;
/** Belgium's 206, network 1, an area and a cell, then ignition off, sent by time, not stored. */
const CELL_AND_REASON = Buffer.from("00ce010bcd00c822000000", "hex");
const MODEL_AND_UTC = Buffer.from("00010002", "hex");
const ENGLISH = Buffer.from([0, 2]);

/** What a GT06 tracker says. */
export const gt06Speech: Speech = {
  protocol: "gt06",
  transports: ["tcp"],
  isAnswered: true,
  commandText: "STATUS#",

  greeting(speaker) {
    const imei = Buffer.from(speaker.uniqueId.padStart(16, "0"), "hex");
    const content = Buffer.concat([imei, MODEL_AND_UTC]);
    return frame(LOGIN, content, speaker.nextNumber());
  },

  report: (records, speaker) =>
    records.map((record) => frame(PLACE, place(record), speaker.nextNumber())),

  hear(received, speaker): Heard {
    if (received.length < HEAD + 1) return { kind: "incomplete" };
    const length = HEAD + received.readUInt8(2) + TERMINATOR_BYTES;
    if (received.length < length) return { kind: "incomplete" };
    const heard = received.subarray(0, length);
    if (heard.readUInt16BE(length - 4) !== crc16(heard.subarray(2, -4)))
      return { kind: "other", length };
    if (heard[HEAD] !== COMMAND) return { kind: "accepted", length };
    const end = FLAG_AT + heard.readUInt8(HEAD + 1);
    const text = heard.toString("latin1", TEXT_AT, end);
    const said = answer(heard.subarray(FLAG_AT, TEXT_AT), `OK, ${text}`);
    return { kind: "command", length, text, answer: frame(ANSWER, said, speaker.nextNumber()) };
  },
};

function place(record: TrackerRecord): Buffer {
  const [longitude, latitude] = record.position;
  const time = new Date(record.time);
  const gps = Buffer.alloc(18);
  gps.set([
    time.getUTCFullYear() - 2000,
    time.getUTCMonth() + 1,
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
    0xc0 | Math.min(record.satellites, MOST_SATELLITES),
  ]);
  gps.writeUInt32BE(Math.round(Math.abs(latitude) * UNITS_PER_DEGREE), 7);
  gps.writeUInt32BE(Math.round(Math.abs(longitude) * UNITS_PER_DEGREE), 11);
  gps.writeUInt8(Math.min(255, Math.round(record.speedKilometresPerHour)), 15);
  const hemisphere = (latitude >= 0 ? NORTH : 0) | (longitude < 0 ? WEST : 0);
  const fixed = record.satellites > 0 ? FIXED : 0;
  gps.writeUInt16BE((Math.round(record.headingDegrees) % 360) | hemisphere | fixed, 16);
  return Buffer.concat([gps, CELL_AND_REASON]);
}

function answer(flag: Buffer, text: string): Buffer {
  const words = Buffer.from(text, "latin1");
  return Buffer.concat([Buffer.from([flag.length + words.length]), flag, words, ENGLISH]);
}

function frame(message: number, content: Buffer, number: number): Buffer {
  const bytes = Buffer.alloc(HEAD + 1 + content.length + TAIL);
  bytes.set([0x78, 0x78, content.length + 5, message]);
  content.copy(bytes, HEAD + 1);
  bytes.writeUInt16BE(number & 0xffff, bytes.length - TAIL);
  bytes.writeUInt16BE(crc16(bytes.subarray(2, -4)), bytes.length - 4);
  bytes.set([0x0d, 0x0a], bytes.length - TERMINATOR_BYTES);
  return bytes;
}

/** CRC-16/X-25 bit by bit: written apart from the decoder's, so that each checks the other. */
function crc16(bytes: Buffer): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x8408 : crc >>> 1;
  }
  return crc ^ 0xffff;
}
