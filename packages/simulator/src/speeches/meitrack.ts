/**
 * A Meitrack tracker that sends its records compressed (CCC) and deletes as many as the server says;
 * any other word of the server is a command, which it does. Written from the tracker's side:
 *
 *   $$ identifier length,IMEI,CCC, u16 version 1.2 | u16 52 | u32 records waiting | records *sum CR LF
 *   record  u8 event | i32 latitude*1e6 | i32 longitude*1e6 | u32 seconds since 2000 | u8 valid
 *           | u8 satellites | u8 GSM 0-31 | u16 km/h | u16 heading | u16 HDOP*10 | i16 altitude
 *           | u32 odometer | u32 run time | cell 4 x u16 | u16 ports | u16 AD1 | u16 battery cV
 *           | u16 supply | u32 geofence
 */
import { Buffer } from "node:buffer";
import type { Heard, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const RECORDS_PER_MESSAGE = 20;
const RECORD_BYTES = 52;
const EVERY_SO_OFTEN = 35;
const YEAR_2000 = Date.UTC(2000, 0, 1);

/** What a Meitrack tracker says over TCP or UDP. */
export const meitrackSpeech: Speech = {
  protocol: "meitrack",
  transports: ["tcp", "udp"],
  isAnswered: true,
  commandText: "A12,30",
  greeting: () => null,

  report(records, speaker) {
    const messages: Buffer[] = [];
    for (let at = 0; at < records.length; at += RECORDS_PER_MESSAGE) {
      const some = records.slice(at, at + RECORDS_PER_MESSAGE);
      const head = Buffer.alloc(8);
      head.writeUInt16LE(0x0102, 0);
      head.writeUInt16LE(RECORD_BYTES, 2);
      head.writeUInt32LE(records.length - at, 4);
      const content = Buffer.concat([Buffer.from("CCC,"), head, ...some.map(encodeRecord)]);
      messages.push(frame(letter(speaker.nextNumber()), speaker.uniqueId, content));
    }
    return messages;
  },

  hear(received, { uniqueId }): Heard {
    const end = received.indexOf("\r\n");
    if (end === -1) return { kind: "incomplete" };
    const length = end + 2;
    const said = /^@@(.)\d+,(\d+),(.*)\*[0-9A-F]{2}$/.exec(received.toString("latin1", 0, end));
    const [, identifier, imei, text] = said ?? [];
    if (!identifier || !text || imei !== uniqueId) return { kind: "other", length };
    if (text.startsWith("CCC,")) return { kind: "accepted", length };
    const answer = frame(identifier, uniqueId, Buffer.from(`${text.slice(0, 3)},OK`));
    return { kind: "command", length, text, answer };
  },
};

function letter(number: number): string {
  return String.fromCharCode(0x41 + (number % 26));
}

function frame(identifier: string, imei: string, content: Buffer): Buffer {
  const middle = Buffer.concat([Buffer.from(`,${imei},`), content, Buffer.from("*")]);
  const start = Buffer.from(`$$${identifier}${middle.length + 4}`);
  let sum = 0;
  for (const byte of [...start, ...middle]) sum += byte;
  const tail = (sum % 256).toString(16).toUpperCase().padStart(2, "0");
  return Buffer.concat([start, middle, Buffer.from(`${tail}\r\n`)]);
}

function encodeRecord(record: TrackerRecord): Buffer {
  const [longitude, latitude] = record.position;
  const bytes = Buffer.alloc(RECORD_BYTES);
  bytes.writeUInt8(EVERY_SO_OFTEN, 0);
  bytes.writeInt32LE(Math.round(latitude * 1e6), 1);
  bytes.writeInt32LE(Math.round(longitude * 1e6), 5);
  bytes.writeUInt32LE(Math.round((record.time - YEAR_2000) / 1000), 9);
  bytes.writeUInt8(record.satellites > 0 ? 1 : 0, 13);
  bytes.writeUInt8(record.satellites, 14);
  bytes.writeUInt8((record.io.gsmSignal ?? 0) * 6, 15);
  bytes.writeUInt16LE(Math.round(record.speedKilometresPerHour), 16);
  bytes.writeUInt16LE(Math.round(record.headingDegrees), 18);
  bytes.writeUInt16LE(record.io.hdopTenths ?? 0, 20);
  bytes.writeInt16LE(Math.round(record.altitudeMetres), 22);
  bytes.writeUInt16LE(Math.round((record.io.batteryMillivolts ?? 0) / 10), 44);
  return bytes;
}
