import type { Buffer } from "node:buffer";

/** CRC-16/ARC, which Teltonika calls CRC-16/IBM: polynomial 0x8005 reflected, start 0, no final xor. */
export function crc16Arc(bytes: Buffer): number {
  return remainder(ARC, 0, bytes);
}

/** CRC-16/X-25, which GT06 calls CRC-ITU: polynomial 0x1021 reflected, start and final xor 0xFFFF. */
export function crc16X25(bytes: Buffer): number {
  return remainder(X25, 0xffff, bytes) ^ 0xffff;
}

const ARC = tableFor(0xa001);
const X25 = tableFor(0x8408);

function tableFor(polynomial: number): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = remainder & 1 ? (remainder >> 1) ^ polynomial : remainder >> 1;
    return remainder;
  });
}

function remainder(table: Uint16Array, start: number, bytes: Buffer): number {
  let crc = start;
  for (const byte of bytes) crc = (crc >> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}
