/** Random bytes seldom have the right checksum; sealed, what lies behind the checksum is reached. */
import { Buffer } from "node:buffer";

type Seal = (content: Buffer) => Buffer;

/** Puts content into a frame with the right length and checksum, by protocol. Written apart from the decoders. */
export const SEALS: Readonly<Record<string, Seal>> = {
  teltonika: (content) =>
    Buffer.concat([u32(0), u32(content.length), content, u32(crc16(content, 0, 0xa001))]),

  gt06(content) {
    const short = content.length < 0xfc;
    const length = content.length + 2;
    const counted = Buffer.concat([
      Buffer.from(short ? [length] : [length >> 8, length & 0xff]),
      content,
    ]);
    const crc = crc16(counted, 0xffff, 0x8408) ^ 0xffff;
    const head = short ? "7878" : "7979";
    return Buffer.concat([Buffer.from(head, "hex"), counted, u32(crc).subarray(2), CRLF]);
  },

  meitrack(content) {
    const rest = Buffer.concat([Buffer.from(","), content, Buffer.from("*")]);
    const head = Buffer.from(`$$A${rest.length + 4}`);
    const sum = Buffer.concat([head, rest]).reduce((total, byte) => (total + byte) & 0xff, 0);
    const seal = Buffer.from(sum.toString(16).toUpperCase().padStart(2, "0"));
    return Buffer.concat([head, rest, seal, CRLF]);
  },
};

const CRLF = Buffer.from("\r\n");

/** CRC-16, reflected. */
function crc16(bytes: Buffer, start: number, polynomial: number): number {
  let crc = start;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  return crc;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
