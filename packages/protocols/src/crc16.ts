import type { Buffer } from "node:buffer";

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >> 1) ^ 0xa001 : remainder >> 1;
  return remainder;
});

/** CRC-16/ARC, which Teltonika calls CRC-16/IBM: polynomial 0x8005 reflected, start 0, no final xor. */
export function crc16Arc(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) crc = (crc >> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}
