/**
 * The sending side of Teltonika TCP: login, and data packets in Codec 8 (08) and 8 Extended (8E).
 *
 *   login   u16 length | IMEI in ASCII
 *   packet  u32 0 | u32 length of data | data | u32 CRC-16/ARC of data
 *   data    u8 codec | u8 count | records | u8 count
 *   record  u64 ms since 1970 | u8 priority | i32 longitude*1e7 | i32 latitude*1e7 | i16 altitude m
 *           | u16 heading | u8 satellites | u16 km/h | event id | total | groups of 1, 2, 4, 8 bytes
 *           8E: ids and counts have two bytes, and a fifth group of variable length follows
 */
import { Buffer } from "node:buffer";
import type { Imei, Position } from "@zpr/model";

/** What a tracker writes down at one instant. */
export interface TrackerRecord {
  /** Milliseconds since 1970 UTC by the tracker's clock. */
  readonly time: number;
  readonly position: Position;
  readonly altitudeMetres: number;
  /** Clockwise from north. */
  readonly headingDegrees: number;
  readonly satellites: number;
  readonly speedKilometresPerHour: number;
  readonly io: TrackerIo;
}

/** IO elements that a floating tracker sends; what is absent is not sent. */
export interface TrackerIo {
  /** 0 to 5. */
  readonly gsmSignal?: number;
  readonly batteryMillivolts?: number;
  readonly batteryPercent?: number;
  readonly moving?: 0 | 1;
  /** 0 off, 1 fix, 2 no fix, 3 asleep. */
  readonly gnssStatus?: number;
  readonly hdopTenths?: number;
}

/** Codec 8 has IO ids of one byte, 8 Extended of two. */
export type RecordCodec = "8" | "8E";

/** A packet holds no more: real trackers keep it below 1,280 bytes. */
export const RECORDS_PER_PACKET = 25;

const IO_IDS: readonly (readonly [name: keyof TrackerIo, id: number, bytes: 1 | 2])[] = [
  ["gsmSignal", 21, 1],
  ["gnssStatus", 69, 1],
  ["batteryPercent", 113, 1],
  ["moving", 240, 1],
  ["batteryMillivolts", 67, 2],
  ["hdopTenths", 182, 2],
];

/** What a tracker says first on a connection. */
export function encodeLogin(imei: Imei): Buffer {
  return Buffer.concat([unsigned(imei.length, 2), Buffer.from(imei, "latin1")]);
}

/** A data packet of up to 255 records. */
export function encodePacket(codec: RecordCodec, records: readonly TrackerRecord[]): Buffer {
  const count = unsigned(records.length, 1);
  const data = Buffer.concat([
    unsigned(codec === "8" ? 0x08 : 0x8e, 1),
    count,
    ...records.flatMap((record) => encodeRecord(codec, record)),
    count,
  ]);
  return Buffer.concat([unsigned(0, 4), unsigned(data.length, 4), data, unsigned(crc16(data), 4)]);
}

function encodeRecord(codec: RecordCodec, record: TrackerRecord): Buffer[] {
  const [longitude, latitude] = record.position;
  const head = Buffer.alloc(24);
  head.writeBigUInt64BE(BigInt(Math.round(record.time)), 0);
  head.writeInt32BE(Math.round(longitude * 1e7), 9);
  head.writeInt32BE(Math.round(latitude * 1e7), 13);
  head.writeInt16BE(Math.round(record.altitudeMetres), 17);
  head.writeUInt16BE(Math.round(record.headingDegrees), 19);
  head.writeUInt8(record.satellites, 21);
  head.writeUInt16BE(Math.round(record.speedKilometresPerHour), 22);
  return [head, ...encodeIo(codec, record.io)];
}

function encodeIo(codec: RecordCodec, io: TrackerIo): Buffer[] {
  const wide = codec === "8" ? 1 : 2;
  const present = IO_IDS.flatMap(([name, id, bytes]) => {
    const value = io[name];
    return value === undefined ? [] : [{ id, bytes, value: unsigned(value, bytes) }];
  });
  const groups = [1, 2, 4, 8].flatMap((bytes) => {
    const group = present.filter((element) => element.bytes === bytes);
    return [
      unsigned(group.length, wide),
      ...group.flatMap(({ id, value }) => [unsigned(id, wide), value]),
    ];
  });
  const variable = codec === "8" ? [] : [unsigned(0, 2)];
  return [unsigned(0, wide), unsigned(present.length, wide), ...groups, ...variable];
}

function unsigned(value: number, bytes: 1 | 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

/** CRC-16/ARC bit by bit: written apart from the decoder's, so that each checks the other. */
export function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}
