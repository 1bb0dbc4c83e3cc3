/**
 * AVL records of Codec 8 (08), 8 Extended (8E) and 16 (10), from the vendor's protocol description.
 *
 *   u64 unix time in ms | u8 priority | GPS element | IO element
 *   GPS  i32 longitude*1e7, i32 latitude*1e7, i16 altitude m, u16 heading, u8 satellites, u16 km/h
 *   IO   event id, [u8 generation type in 16], total, then groups of 1, 2, 4, 8 byte values:
 *        count, (id, value) ...; 8E adds a group of (id, u16 length, bytes)
 *
 * Without a fix longitude, latitude and altitude repeat the last one, satellites are 0.
 */
import type { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import type { DecodedRecord } from "../protocol.ts";
import { ByteReader } from "./byte-reader.ts";
import { EVENT, GENERATION_TYPE, type IoElement, meaningOf } from "./io-elements.ts";

const LAST_TIME = Date.parse("9999-12-31T23:59:59.999Z");

interface Layout {
  readonly idBytes: 1 | 2;
  readonly countBytes: 1 | 2;
  readonly hasGenerationType: boolean;
  readonly hasVariable: boolean;
}

const LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [0x08, { idBytes: 1, countBytes: 1, hasGenerationType: false, hasVariable: false }],
  [0x8e, { idBytes: 2, countBytes: 2, hasGenerationType: false, hasVariable: true }],
  [0x10, { idBytes: 2, countBytes: 1, hasGenerationType: true, hasVariable: false }],
]);

/** The layout of a codec's records, if it carries any. */
export function layoutOf(codec: number): Layout | undefined {
  return LAYOUTS.get(codec);
}

/** Reads `count` records from after the first count of a packet's data; a RangeError when they do not fit. */
export function readRecords(data: Buffer, layout: Layout): readonly DecodedRecord[] {
  const count = data.readUInt8(1);
  const reader = new ByteReader(data.subarray(2, -1));
  const records: DecodedRecord[] = [];
  for (let number = 0; number < count; number++) {
    const start = reader.offset;
    const fix = readRecord(reader, layout);
    records.push({ fix, bytes: reader.since(start) });
  }
  if (!reader.atEnd) throw new RangeError("bytes are left over after the last record");
  return records;
}

function readRecord(reader: ByteReader, layout: Layout): Fix {
  const time = readTime(reader);
  const priority = reader.unsigned(1);
  const longitude = reader.signed(4) / 1e7;
  const latitude = reader.signed(4) / 1e7;
  const altitudeMetres = reader.signed(2);
  const headingDegrees = reader.unsigned(2);
  const satellites = reader.unsigned(1);
  const speedMetresPerSecond = reader.unsigned(2) / 3.6;
  const io = meaningOf(readElements(reader, layout));
  return {
    time,
    position: [longitude, latitude],
    quality: satellites === 0 ? "stale" : "valid",
    altitudeMetres,
    speedMetresPerSecond,
    headingDegrees,
    satellites,
    hdop: io.hdop,
    accuracyMetres: null,
    batteryVolts: io.batteryVolts,
    batteryPercent: io.batteryPercent,
    attributes: { ...(priority !== 0 && { priority }), ...io.attributes },
  };
}

/** A clock that is off by years still tells a time; what no calendar of four-digit years holds does not. */
function readTime(reader: ByteReader): Date {
  const milliseconds = reader.unsigned(8);
  if (milliseconds > LAST_TIME) throw new RangeError("a record's time is impossible");
  return new Date(milliseconds);
}

function readElements(reader: ByteReader, layout: Layout): readonly IoElement[] {
  const { idBytes, countBytes } = layout;
  const event = reader.unsigned(idBytes);
  const elements: IoElement[] = event === 0 ? [] : [[EVENT, event]];
  if (layout.hasGenerationType) elements.push([GENERATION_TYPE, reader.unsigned(1)]);
  reader.unsigned(countBytes);
  for (const valueBytes of [1, 2, 4, 8] as const)
    for (let left = reader.unsigned(countBytes); left > 0; left--) {
      const id = reader.unsigned(idBytes);
      elements.push([id, valueBytes === 8 ? reader.hex(8) : reader.unsigned(valueBytes)]);
    }
  if (layout.hasVariable)
    for (let left = reader.unsigned(2); left > 0; left--)
      elements.push([reader.unsigned(2), reader.hex(reader.unsigned(2))]);
  return elements;
}
