/**
 * Binary records of Meitrack, little-endian, from public decoders and captures.
 *
 *   CCC  u16 version | u16 record length | u32 records waiting, these included | records
 *   CCE  u32 records waiting | u16 record count | records: u16 length of the rest | u16 parameter count
 *        | parameters of 1, 2, 4 and any number of bytes: u8 count, (id, [u8 length], value) ...
 *        An id is a byte, or FE and another.
 */
import type { Buffer } from "node:buffer";
import type { DecodedRecord } from "../protocol.ts";
import { fixOf, isSigned, nameless, timeIn } from "./parameters.ts";

const CCC_HEAD = 8;
const CCC_RECORD = 52;
const CCE_HEAD = 6;
const EXTENDED = 0xfe;
const CELL = 0x0e;
const FIRST_ACCESS_POINT = 0x1d;
const LAST_ACCESS_POINT = 0x24;

/** Parameters of a CCC record of 52 bytes in their order, with their sizes. */
const CCC_LAYOUT: readonly (readonly [id: number, bytes: number])[] = [
  ...[[0x01, 1] as const, [0x02, 4] as const, [0x03, 4] as const, [0x04, 4] as const],
  ...[[0x05, 1] as const, [0x06, 1] as const, [0x07, 1] as const, [0x08, 2] as const],
  ...[[0x09, 2] as const, [0x0a, 2] as const, [0x0b, 2] as const, [0x0c, 4] as const],
  [0x0d, 4],
];
const CCC_CELL_AT = 32;
const CCC_PORTS_AT = 40;
const CCC_TAIL: readonly (readonly [id: number, bytes: number])[] = [
  [0x16, 2],
  [0x19, 2],
  [0x1a, 2],
  [0x1b, 4],
];

/** How many records a CCC frame holds; undefined when its length does not come out even. */
export function recordsInC(content: Buffer): number | undefined {
  if (content.length < CCC_HEAD) return undefined;
  const count = (content.length - CCC_HEAD) / content.readUInt16LE(2);
  return Number.isInteger(count) ? count : undefined;
}

/** The records of a CCC frame; a RangeError when they are of another layout. */
export function readC(content: Buffer): readonly DecodedRecord[] {
  const count = recordsInC(content);
  const size = content.length < CCC_HEAD ? 0 : content.readUInt16LE(2);
  if (count === undefined || size !== CCC_RECORD)
    throw new RangeError(`CCC records of ${size} bytes are of a layout we do not know`);
  return Array.from({ length: count }, (_, at) => {
    const start = CCC_HEAD + at * CCC_RECORD;
    return readCRecord(content.subarray(start, start + CCC_RECORD));
  });
}

function readCRecord(bytes: Buffer): DecodedRecord {
  const parameters = new Map<number, number>();
  const take = (layout: typeof CCC_LAYOUT, start: number) => {
    let at = start;
    for (const [id, size] of layout) {
      parameters.set(id, numberAt(bytes, { id, at, size }));
      at += size;
    }
  };
  take(CCC_LAYOUT, 0);
  take(CCC_TAIL, CCC_PORTS_AT + 2);
  const [country, network, area, cell] = [0, 2, 4, 6].map((at) =>
    bytes.readUInt16LE(CCC_CELL_AT + at),
  );
  const time = timeIn(parameters) ?? new Date(Number.NaN);
  return {
    bytes,
    fix: fixOf(parameters, time, {
      ...(country && {
        mobileCountryCode: country,
        mobileNetworkCode: network ?? 0,
        locationAreaCode: area ?? 0,
        cellId: cell ?? 0,
      }),
      ports: bytes.readUInt16LE(CCC_PORTS_AT),
    }),
  };
}

/** How many records a CCE frame says it holds. */
export function recordsInE(content: Buffer): number {
  return content.length < CCE_HEAD ? 0 : content.readUInt16LE(4);
}

/** The records of a CCE frame; a RangeError when they do not fit. */
export function readE(content: Buffer): readonly DecodedRecord[] {
  const records: DecodedRecord[] = [];
  let at = CCE_HEAD;
  for (let left = content.readUInt16LE(4); left > 0; left--) {
    const end = at + 2 + content.readUInt16LE(at);
    if (end > content.length) throw new RangeError("a record ends too late");
    records.push(readERecord(content.subarray(at, end)));
    at = end;
  }
  if (at !== content.length) throw new RangeError("bytes are left over after the last record");
  return records;
}

function readERecord(bytes: Buffer): DecodedRecord {
  const parameters = new Map<number, number>();
  let at = 4;
  const nextId = () => {
    const short = bytes.readUInt8(at++);
    return short === EXTENDED ? short * 256 + bytes.readUInt8(at++) : short;
  };
  for (const size of [1, 2, 4])
    for (let left = bytes.readUInt8(at++); left > 0; left--) {
      const id = nextId();
      parameters.set(id, numberAt(bytes, { id, at, size }));
      at += size;
    }
  const time = timeIn(parameters);
  if (!time) throw new RangeError("a record has no time");
  return { bytes, fix: fixOf(parameters, time, longOnes(bytes.subarray(at))) };
}

function numberAt(
  bytes: Buffer,
  { id, at, size }: { readonly id: number; readonly at: number; readonly size: number },
): number {
  return isSigned(id) ? bytes.readIntLE(at, size) : bytes.readUIntLE(at, size);
}

/** Parameters of any length. What does not come out even is kept as it is: the position stands before it. */
function longOnes(bytes: Buffer): Record<string, number | string> {
  const attributes: Record<string, number | string> = {};
  let at = 1;
  for (let left = bytes.readUInt8(0); left > 0; left--) {
    const start = at;
    const isLong = bytes[at] === EXTENDED;
    const head = isLong ? 3 : 2;
    const end = at + head + (bytes[at + head - 1] ?? 0);
    if (at + head > bytes.length || end > bytes.length) {
      attributes["unread"] = bytes.toString("hex", start);
      return attributes;
    }
    const id = isLong ? bytes.readUInt16BE(at) : bytes.readUInt8(at);
    Object.assign(attributes, longOne(id, bytes.subarray(at + head, end)));
    at = end;
  }
  if (at < bytes.length) attributes["unread"] = bytes.toString("hex", at);
  return attributes;
}

function longOne(id: number, value: Buffer): Record<string, number | string> {
  if (id === CELL && value.length === 12)
    return {
      mobileCountryCode: value.readUInt16LE(0),
      mobileNetworkCode: value.readUInt16LE(2),
      locationAreaCode: value.readUInt16LE(4),
      cellId: value.readUInt32LE(6),
      cellDecibelMilliwatts: value.readInt16LE(10),
    };
  if (id >= FIRST_ACCESS_POINT && id <= LAST_ACCESS_POINT && value.length === 8)
    return {
      [`accessPoint${id - FIRST_ACCESS_POINT + 1}`]: `${value.toString("hex", 0, 6)} ${value.readInt16LE(6)} dBm`,
    };
  return { [nameless(id)]: value.toString("hex") };
}
