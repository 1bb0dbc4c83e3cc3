/**
 * Records of message 10, which older trackers send, from published decoders and captures; 64 bytes:
 *
 *   u8 0E | u32 number | u32 time | i32 longitude * 1e7 | i32 latitude * 1e7 | u16 cm/s | u8 heading / 2
 *   | i16 altitude m | u16 accuracy | u8 accuracy of the speed dm/s | u8 reason | u8 status | u32 inputs
 *   | u16 outputs | 5 times i16 analogue | i8 temperature | 3 times i16 acceleration | 8 bytes device
 *   | u16 PDOP * 100 | u16 | checksum
 *
 * The time has, from its highest bit, second (6), minute (6), hour (5), day (5), month (4) and year
 * since 2000 (6). The checksum is Fletcher's with bytes; it holds in all three captured records.
 */
import type { Buffer } from "node:buffer";
import { emptyFix, type Fix } from "@zpr/model";
import { placed } from "../digital-matter-fix.ts";
import { both } from "../told.ts";

const RECORD_BYTES = 64;
const CHECKSUM_AT = 62;
/** Five analogues, and further on three accelerations, of two bytes each. */
const NUMBERS: readonly (readonly [name: string, at: number])[] = [
  ["analogue1", 33],
  ["analogue2", 35],
  ["analogue3", 37],
  ["analogue4", 39],
  ["analogue5", 41],
  ["accelerationX", 44],
  ["accelerationY", 46],
  ["accelerationZ", 48],
];
const NO_TEMPERATURE = 127;
const MOST_HEADING = 360;

/** The records in a payload, or why they cannot be trusted. */
export function cutFixedRecords(payload: Buffer): readonly Buffer[] | { readonly reason: string } {
  if (payload.length % RECORD_BYTES !== 0)
    return { reason: "the payload is no number of records of 64 bytes" };
  const records = Array.from({ length: payload.length / RECORD_BYTES }, (_, at) =>
    payload.subarray(at * RECORD_BYTES, (at + 1) * RECORD_BYTES),
  );
  return records.every(isChecked) ? records : { reason: "checksum" };
}

/** What a record says; a RangeError when its time is in no calendar. */
export function readFixedRecord(record: Buffer): Fix {
  const time = timeIn(record.readUInt32LE(5));
  const heading = record.readUInt8(19) * 2;
  const place = {
    fixedAt: time,
    position: [record.readInt32LE(9) / 1e7, record.readInt32LE(13) / 1e7],
    speedCentimetresPerSecond: record.readUInt16LE(17),
    headingDegrees: heading > MOST_HEADING ? null : heading,
    altitudeMetres: record.readInt16LE(20),
    // Whether in centimetres or millimetres no capture tells.
    accuracyMetres: null,
    speedAccuracyDecimetresPerSecond: record.readUInt8(24),
    status: record.readUInt8(26),
    pdopTenths: record.readUInt16LE(58) / 10,
  } as const;
  return { ...emptyFix(time), ...both(placed(place, time), { attributes: attributesIn(record) }) };
}

function attributesIn(record: Buffer): Fix["attributes"] {
  const temperature = record.readInt8(43);
  return {
    sequenceNumber: record.readUInt32LE(1),
    reason: record.readUInt8(25),
    positionAccuracy: record.readUInt16LE(22),
    inputs: record.readUInt32LE(27),
    outputs: record.readUInt16LE(31),
    ...(temperature !== NO_TEMPERATURE && { temperatureCelsius: temperature }),
    ...Object.fromEntries(NUMBERS.map(([name, at]) => [name, record.readInt16LE(at)])),
  };
}

function timeIn(bits: number): Date {
  const [year, month, day] = [bits & 0x3f, (bits >>> 6) & 0x0f, (bits >>> 10) & 0x1f];
  const [hour, minute, second] = [(bits >>> 15) & 0x1f, (bits >>> 20) & 0x3f, bits >>> 26];
  const time = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59)
    throw new RangeError("a record's time is impossible");
  return time;
}

function isChecked(record: Buffer): boolean {
  let sum = 0;
  let sumOfSums = 0;
  for (const byte of record.subarray(0, CHECKSUM_AT)) {
    sum = (sum + byte) & 0xff;
    sumOfSums = (sumOfSums + sum) & 0xff;
  }
  return record[CHECKSUM_AT] === sum && record[CHECKSUM_AT + 1] === sumOfSums;
}
