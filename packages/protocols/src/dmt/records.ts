/**
 * Records of message 04, from published decoders and captures:
 *
 *   record  u16 length, itself included | u32 number | u32 time | u8 reason | fields
 *   field   u8 id | u8 length, or FF and u16 length | value
 *   0 GPS   u32 time of the fix | i32 latitude * 1e7 | i32 longitude * 1e7 | i16 altitude m | u16 cm/s
 *           | u8 accuracy of the speed dm/s | u8 heading / 2 | u8 PDOP * 10 | u8 accuracy m | u8 status
 *   1 debug u16 source | text
 *   2       u32 inputs | u16 outputs | u16 status flags
 *   6, 7    any number of (u8 analogue | i16, in 7 i32)
 */
import type { Buffer } from "node:buffer";
import { emptyFix, type Fix } from "@zpr/model";
import { analogue, placed, switched } from "../digital-matter-fix.ts";
import { all, type Told } from "../told.ts";
import { instantOf } from "./frame.ts";

const HEAD = 11;
const REASON_AT = 10;
const LONG_LENGTH = 0xff;
/** The byte has room for 510 degrees. */
const MOST_HEADING = 360;
/** The analogues that never are below zero, as two bytes reach higher without a sign. */
const UNSIGNED: ReadonlySet<number> = new Set([1, 2, 4, 5]);

/** The records in a payload, each with its length in front, or why they cannot be told apart. */
export function cutRecords(payload: Buffer): readonly Buffer[] | { readonly reason: string } {
  const records: Buffer[] = [];
  for (let at = 0; at < payload.length; ) {
    const left = payload.length - at;
    const length = left < HEAD ? left : payload.readUInt16LE(at);
    if (length < HEAD || length > left)
      return { reason: `record ${records.length + 1} of ${length} bytes does not fit` };
    records.push(payload.subarray(at, at + length));
    at += length;
  }
  return records;
}

/** What a record says. A field that is not as it should be is kept in hexadecimal. */
export function readRecord(record: Buffer): Fix {
  const writtenAt = instantOf(record.readUInt32LE(6));
  const head: Told = {
    attributes: {
      sequenceNumber: record.readUInt32LE(2),
      reason: record.readUInt8(REASON_AT),
    },
  };
  return { ...emptyFix(writtenAt), ...all([head, ...readFields(record, writtenAt)]) };
}

function readFields(record: Buffer, writtenAt: Date): readonly Told[] {
  const told: Told[] = [];
  for (let at = HEAD; at < record.length; ) {
    const head = record[at + 1] === LONG_LENGTH ? 4 : 2;
    const start = at + head;
    const end = start + lengthAt(record, at);
    if (end > record.length)
      return [...told, { attributes: { unread: record.toString("hex", at) } }];
    told.push(readField(record.readUInt8(at), record.subarray(start, end), writtenAt));
    at = end;
  }
  return told;
}

/** Without its bytes a length is past every end. */
function lengthAt(record: Buffer, at: number): number {
  const short = record[at + 1] ?? Number.POSITIVE_INFINITY;
  if (short !== LONG_LENGTH) return short;
  return at + 4 > record.length ? Number.POSITIVE_INFINITY : record.readUInt16LE(at + 2);
}

interface FieldReader {
  readonly fits: (length: number) => boolean;
  readonly read: (value: Buffer, writtenAt: Date) => Told;
}

const FIELDS: ReadonlyMap<number, FieldReader> = new Map<number, FieldReader>([
  [0, { fits: (length) => length >= 21, read: readGps }],
  [1, { fits: (length) => length > 2, read: readDebug }],
  [2, { fits: (length) => length >= 8, read: readSwitches }],
  [6, { fits: (length) => length % 3 === 0, read: (value) => readAnalogues(value, 2) }],
  [7, { fits: (length) => length % 5 === 0, read: (value) => readAnalogues(value, 4) }],
]);

function readField(id: number, value: Buffer, writtenAt: Date): Told {
  const reader = FIELDS.get(id);
  return reader?.fits(value.length)
    ? reader.read(value, writtenAt)
    : { attributes: { [`field${id}`]: value.toString("hex") } };
}

function readGps(value: Buffer, writtenAt: Date): Told {
  const heading = value.readUInt8(17) * 2;
  const place = {
    fixedAt: instantOf(value.readUInt32LE(0)),
    position: [value.readInt32LE(8) / 1e7, value.readInt32LE(4) / 1e7],
    altitudeMetres: value.readInt16LE(12),
    speedCentimetresPerSecond: value.readUInt16LE(14),
    speedAccuracyDecimetresPerSecond: value.readUInt8(16),
    headingDegrees: heading > MOST_HEADING ? null : heading,
    pdopTenths: value.readUInt8(18),
    accuracyMetres: value.readUInt8(19) || null,
    status: value.readUInt8(20),
  } as const;
  return placed(place, writtenAt);
}

function readDebug(value: Buffer): Told {
  const text = value.toString("latin1", 2);
  const attributes = /^[\x20-\x7e]+$/.test(text)
    ? { debugSource: value.readUInt16LE(0), debugText: text }
    : { field1: value.toString("hex") };
  return { attributes };
}

function readSwitches(value: Buffer): Told {
  return switched({
    inputs: value.readUInt32LE(0),
    outputs: value.readUInt16LE(4),
    status: value.readUInt16LE(6),
  });
}

function readAnalogues(value: Buffer, size: 2 | 4): Told {
  const told: Told[] = [];
  for (let at = 0; at < value.length; at += 1 + size) {
    const number = value.readUInt8(at);
    const isUnsigned = size === 2 && UNSIGNED.has(number);
    const read = isUnsigned ? value.readUIntLE(at + 1, size) : value.readIntLE(at + 1, size);
    told.push(analogue(number, read));
  }
  return all(told);
}
