/**
 * A Digital Matter tracker that stays on the line, so that it need not ask for instructions. Written
 * from the tracker's side; frames are 02 55 | u8 message | u16 length | payload, all little-endian:
 *
 *   hello 00   u32 serial number | IMEI in 16 bytes | ICCID in 21 | product, hardware, firmware in 4 | u32
 *   data 04    records: u16 length | u32 number | u32 seconds since 2013 | u8 reason | fields: u8 id | u8 length |
 *              0: u32 seconds | i32 latitude and longitude * 1e7 | i16 altitude | u16 cm/s | u8 | u8 heading / 2
 *              | u8 PDOP * 10 | u8 accuracy | u8 status; 2: u32 inputs | u16 outputs | u16 status;
 *              6: (u8 analogue | i16), 1 the battery in mV, 4 the signal
 *   commit 05  goes out with the data before it; only 06 with 01 lets the tracker delete them
 *   21         answers an asynchronous message 20: u32 id | u32 address | u16 type | u8 flags | payload
 */
import { Buffer } from "node:buffer";
import type { Heard, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const HEAD = 5;
const [HELLO, WELCOME, DATA, COMMIT, COMMITTED, MESSAGE, ANSWER] = [0, 1, 4, 5, 6, 0x20, 0x21];
const RECORDS_PER_MESSAGE = 15;
const YEAR_2013 = Date.UTC(2013, 0, 1);
const SERIAL_NUMBER = 471_108;
/** Product 97, hardware 2, firmware 1.11, no flags. */
const VERSIONS = Buffer.from("6102010b00000000", "hex");
const EVERY_SO_OFTEN = 3;
const FIXED_IN_THREE_DIMENSIONS = 3;
const BATTERY_GOOD = 2;
const OLD_SECONDS = 3600;

/** What a Digital Matter tracker says. */
export const dmtSpeech: Speech = {
  protocol: "dmt",
  transports: ["tcp"],
  isAnswered: true,
  commandText: "0002",

  greeting({ uniqueId }) {
    const texts = Buffer.alloc(4 + 16 + 21);
    texts.writeUInt32LE(SERIAL_NUMBER);
    texts.write(uniqueId, 4, "latin1");
    texts.write("89320000000000000013", 20, "latin1");
    return frame(HELLO, Buffer.concat([texts, VERSIONS]));
  },

  report(records, { nextNumber }) {
    const messages: Buffer[] = [];
    for (let at = 0; at < records.length; at += RECORDS_PER_MESSAGE) {
      const some = records.slice(at, at + RECORDS_PER_MESSAGE);
      const data = Buffer.concat(some.map((record) => encodeRecord(record, nextNumber())));
      messages.push(Buffer.concat([frame(DATA, data), frame(COMMIT)]));
    }
    return messages;
  },

  hear(received): Heard {
    if (received.length < HEAD) return { kind: "incomplete" };
    const length = HEAD + received.readUInt16LE(3);
    if (received.length < length) return { kind: "incomplete" };
    const payload = received.subarray(HEAD, length);
    const message = received.readUInt8(2);
    if (message === WELCOME) return { kind: "accepted", length };
    if (message === COMMITTED) return { kind: payload[0] === 1 ? "accepted" : "refused", length };
    if (message === MESSAGE) return { kind: "command", length, ...obey(payload) };
    return { kind: "other", length };
  },
};

function obey(message: Buffer) {
  const type = message.readUInt16LE(8).toString(16).padStart(4, "0");
  const inside = message.toString("hex", 11);
  const done = Buffer.concat([message.subarray(0, 4), Buffer.from([1])]);
  return { text: inside ? `${type}:${inside}` : type, answer: frame(ANSWER, done) };
}

function frame(message: number, payload = Buffer.alloc(0)): Buffer {
  const head = Buffer.from([0x02, 0x55, message, payload.length % 256, payload.length >> 8]);
  return Buffer.concat([head, payload]);
}

function encodeRecord(record: TrackerRecord, number: number): Buffer {
  const fields = Buffer.concat([
    field(0, gps(record)),
    field(2, Buffer.from([0, 0, 0, 0, 0, 0, BATTERY_GOOD, 0])),
    field(6, analogues(record)),
  ]);
  const head = Buffer.alloc(11);
  head.writeUInt16LE(head.length + fields.length);
  head.writeUInt32LE(number, 2);
  head.writeUInt32LE(secondsAt(record.time), 6);
  head.writeUInt8(EVERY_SO_OFTEN, 10);
  return Buffer.concat([head, fields]);
}

function field(id: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id, value.length]), value]);
}

/** Without satellites the receiver repeats where it was an hour ago. */
function gps(record: TrackerRecord): Buffer {
  const [longitude, latitude] = record.position;
  const isFixed = record.satellites > 0;
  const value = Buffer.alloc(21);
  value.writeUInt32LE(secondsAt(record.time) - (isFixed ? 0 : OLD_SECONDS));
  value.writeInt32LE(Math.round(latitude * 1e7), 4);
  value.writeInt32LE(Math.round(longitude * 1e7), 8);
  value.writeInt16LE(Math.round(record.altitudeMetres), 12);
  value.writeUInt16LE(Math.round((record.speedKilometresPerHour * 100) / 3.6), 14);
  value.writeUInt8(Math.round(record.headingDegrees / 2), 17);
  value.writeUInt8(Math.min(255, record.io.hdopTenths ?? 0), 18);
  value.writeUInt8(isFixed ? FIXED_IN_THREE_DIMENSIONS : 0, 20);
  return value;
}

function analogues({ io }: TrackerRecord): Buffer {
  const value = Buffer.alloc(6);
  value.writeUInt8(1, 0);
  value.writeInt16LE(io.batteryMillivolts ?? 0, 1);
  value.writeUInt8(4, 3);
  value.writeInt16LE(io.gsmSignal ?? 0, 4);
  return value;
}

function secondsAt(time: number): number {
  return Math.round((time - YEAR_2013) / 1000);
}
