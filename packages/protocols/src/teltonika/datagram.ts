/**
 * Teltonika over UDP, from the vendor's "Teltonika Data Sending Protocols". Big-endian:
 *
 *   u16 length of the rest | u16 packet id | u8 01 | u8 AVL packet id
 *   | u16 IMEI length | IMEI in ASCII | u8 codec | u8 count | records | u8 count
 *   answer: u16 5 | the packet id | u8 01 | the AVL packet id | u8 records accepted
 *
 * There is no checksum but UDP's own.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import type { Meaning } from "../protocol.ts";

const IMEI_AT = 8;
const SMALLEST_DATA = 3;
const ANSWER_REST = 5;

interface Datagram {
  readonly packetId: number;
  readonly avlPacketId: number;
  readonly imei: string;
  readonly data: Buffer;
}

/** What a datagram asks of the gateway. */
export function understandDatagram(datagram: Buffer): Meaning {
  const read = readDatagram(datagram);
  if ("reason" in read) return { kind: "keep-corrupt", reply: null, reason: read.reason };
  const records = read.data.readUInt8(1);
  const reply = Buffer.alloc(2 + ANSWER_REST);
  reply.writeUInt16BE(ANSWER_REST, 0);
  reply.writeUInt16BE(read.packetId, 2);
  reply.writeUInt8(1, 4);
  reply.writeUInt8(read.avlPacketId, 5);
  reply.writeUInt8(records, 6);
  return { kind: "keep", uniqueId: read.imei, records, reply };
}

/** The records' bytes of a datagram, or why it cannot be read. */
export function dataOfDatagram(datagram: Buffer): Buffer | { readonly reason: string } {
  const read = readDatagram(datagram);
  return "reason" in read ? read : read.data;
}

function readDatagram(datagram: Buffer): Datagram | { readonly reason: string } {
  if (datagram.length < IMEI_AT || datagram.readUInt16BE(0) !== datagram.length - 2)
    return { reason: "length" };
  const dataAt = IMEI_AT + datagram.readUInt16BE(6);
  const imei = datagram.toString("latin1", IMEI_AT, dataAt);
  if (!isImei(imei)) return { reason: "no IMEI" };
  const data = datagram.subarray(dataAt);
  if (data.length < SMALLEST_DATA) return { reason: "length" };
  if (data[1] !== data.at(-1)) return { reason: "record counts differ" };
  return { packetId: datagram.readUInt16BE(2), avlPacketId: datagram.readUInt8(5), imei, data };
}
