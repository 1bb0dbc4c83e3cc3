/**
 * Arrays in PostgreSQL's binary form, for statements that carry thousands of rows: neither side
 * has to print and parse numbers. Big-endian:
 *
 *   i32 dimensions (1) | i32 may hold nulls (1) | u32 type of the elements | i32 count | i32 first index (1)
 *   each element: i32 length, or -1 for null | bytes
 */
import { Buffer } from "node:buffer";

const HEAD = 20;
const NULL = -1;
/** Microseconds from 1970 to 2000, where PostgreSQL's time begins. */
const EPOCH_2000 = 946_684_800_000_000;

/** A type of elements: its number in `pg_type`, its length, and how a value is written. */
interface Fixed {
  readonly type: number;
  readonly bytes: number;
  readonly write: (buffer: Buffer, value: number, offset: number) => void;
}

const SMALLINT: Fixed = {
  type: 21,
  bytes: 2,
  write: (to, value, at) => to.writeInt16BE(value, at),
};
const INTEGER: Fixed = { type: 23, bytes: 4, write: (to, value, at) => to.writeInt32BE(value, at) };
const BIGINT: Fixed = { type: 20, bytes: 8, write: writeInt64 };
const REAL: Fixed = { type: 700, bytes: 4, write: (to, value, at) => to.writeFloatBE(value, at) };
const DOUBLE: Fixed = {
  type: 701,
  bytes: 8,
  write: (to, value, at) => to.writeDoubleBE(value, at),
};
const INSTANT: Fixed = { type: 1184, bytes: 8, write: writeInt64 };
const TEXT = 25;
const BYTES = 17;

export type NumberArray = <Row>(
  rows: readonly Row[],
  value: (row: Row) => number | null | undefined,
) => Buffer;

export const smallints = numbersOf(SMALLINT);
export const integers = numbersOf(INTEGER);
/** Exact up to 2^53. */
export const bigints = numbersOf(BIGINT);
export const reals = numbersOf(REAL);
export const doubles = numbersOf(DOUBLE);

/** Array of `timestamptz`. */
export function instants<Row>(rows: readonly Row[], value: (row: Row) => Date | null): Buffer {
  return numbersOf(INSTANT)(rows, (row) => {
    const time = value(row);
    return time && time.getTime() * 1000 - EPOCH_2000;
  });
}

/** Array of `text`. */
export function texts<Row>(rows: readonly Row[], value: (row: Row) => string | null): Buffer {
  return variable(
    TEXT,
    rows.map((row) => {
      const text = value(row);
      return text === null ? null : Buffer.from(text);
    }),
  );
}

/** Array of `bytea`. */
export function byteStrings<Row>(rows: readonly Row[], value: (row: Row) => Uint8Array): Buffer {
  return variable(BYTES, rows.map(value));
}

function numbersOf({ type, bytes, write }: Fixed): NumberArray {
  return (rows, value) => {
    const buffer = Buffer.allocUnsafe(HEAD + rows.length * (4 + bytes));
    let end = writeHead(buffer, type, rows.length);
    for (const row of rows) {
      const number = value(row) ?? null;
      end = buffer.writeInt32BE(number === null ? NULL : bytes, end);
      if (number === null) continue;
      write(buffer, number, end);
      end += bytes;
    }
    return buffer.subarray(0, end);
  };
}

function variable(type: number, values: readonly (Uint8Array | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), HEAD);
  const buffer = Buffer.allocUnsafe(size);
  let end = writeHead(buffer, type, values.length);
  for (const value of values) {
    end = buffer.writeInt32BE(value?.length ?? NULL, end);
    if (!value) continue;
    buffer.set(value, end);
    end += value.length;
  }
  return buffer;
}

function writeHead(buffer: Buffer, type: number, count: number): number {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeUInt32BE(type, 8);
  buffer.writeInt32BE(count, 12);
  return buffer.writeInt32BE(1, 16);
}

function writeInt64(to: Buffer, value: number, at: number): void {
  const high = Math.floor(value / 2 ** 32);
  to.writeInt32BE(high, at);
  to.writeUInt32BE(value - high * 2 ** 32, at + 4);
}
