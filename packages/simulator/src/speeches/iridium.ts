/**
 * Iridium's gateway, which brings what a Meitrack T622 sent through the satellites: one record a
 * message. Big-endian, but for the payload, whose fields are 01, 02, 03, 04, 05, 06, 08, 09, 0A and 19.
 * The gateway's own estimate is the device's place. Instructions do not come on this connection.
 */
import { Buffer } from "node:buffer";
import type { Position } from "@zpr/model";
import type { Heard, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const EVERY_SO_OFTEN = 35;
const YEAR_2000 = Date.UTC(2000, 0, 1);
const CONFIRMATION_BYTES = 7;
const RADIUS_KILOMETRES = 5;

/** What Iridium's gateway says of a device. */
export const iridiumSpeech: Speech = {
  protocol: "iridium",
  transports: ["tcp"],
  isAnswered: true,
  greeting: () => null,

  report: (records, { uniqueId, nextNumber }) =>
    records.map((record) => {
      const elements = [
        element(1, headerOf(record, uniqueId, nextNumber())),
        element(2, payloadOf(record)),
        element(3, locationOf(record.position)),
      ];
      return element(1, Buffer.concat(elements));
    }),

  hear(received): Heard {
    if (received.length < CONFIRMATION_BYTES) return { kind: "incomplete" };
    const isConfirmation = received.toString("hex", 0, 6) === "010004050001";
    if (!isConfirmation) return { kind: "other", length: received.length };
    const kind = received[6] === 1 ? "accepted" : "refused";
    return { kind, length: CONFIRMATION_BYTES };
  },
};

/** A message has the form of its elements: a number, a length, and what is inside. */
function element(id: number, inside: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt8(id, 0);
  head.writeUInt16BE(inside.length, 1);
  return Buffer.concat([head, inside]);
}

function headerOf({ time }: TrackerRecord, imei: string, number: number): Buffer {
  const header = Buffer.alloc(28);
  header.writeUInt32BE(0x1000_0000 + number, 0);
  header.write(imei, 4, "latin1");
  header.writeUInt16BE(number % 65_536, 20);
  header.writeUInt32BE(Math.round(time / 1000), 24);
  return header;
}

function payloadOf(record: TrackerRecord): Buffer {
  const [longitude, latitude] = record.position;
  const payload = Buffer.alloc(22);
  payload.writeUInt8(EVERY_SO_OFTEN, 0);
  payload.writeInt32LE(Math.round(latitude * 1e6), 1);
  payload.writeInt32LE(Math.round(longitude * 1e6), 5);
  payload.writeUInt32LE(Math.round((record.time - YEAR_2000) / 1000), 9);
  payload.writeUInt8(record.satellites > 0 ? 1 : 0, 13);
  payload.writeUInt8(record.satellites, 14);
  payload.writeUInt16LE(Math.round(record.speedKilometresPerHour), 15);
  payload.writeUInt16LE(Math.round(record.headingDegrees), 17);
  payload.writeUInt8(Math.min(255, record.io.hdopTenths ?? 0), 19);
  payload.writeUInt16LE(Math.round((record.io.batteryMillivolts ?? 0) / 10), 20);
  return payload;
}

function locationOf([longitude, latitude]: Position): Buffer {
  const location = Buffer.alloc(11);
  location.writeUInt8((longitude < 0 ? 1 : 0) + (latitude < 0 ? 2 : 0), 0);
  for (const [at, degrees] of [
    [1, Math.abs(latitude)],
    [4, Math.abs(longitude)],
  ] as const) {
    const thousandths = Math.round(degrees * 60_000);
    location.writeUInt8(Math.floor(thousandths / 60_000), at);
    location.writeUInt16BE(thousandths % 60_000, at + 1);
  }
  location.writeUInt32BE(RADIUS_KILOMETRES, 7);
  return location;
}
