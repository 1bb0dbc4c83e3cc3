import { Buffer } from "node:buffer";
import type { Position } from "@zpr/model";
import { encodePacket, testImei } from "@zpr/simulator";

const RECORD_START = 10;
const TAIL_BYTES = 5;
const LONGITUDE = 9;
const INTERVAL_MILLISECONDS = 10_000;
const AT_FIRST: Position = [4.2117, 51.1236];
/** 0.5 m/s eastwards at 51 degrees north, in steps of the interval, in 1e-7 degrees. */
const DRIFT = 714;

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xa001 : remainder >>> 1;
  return remainder;
});

/** Who sends in the benchmark. */
export function imeiOf(connection: number): ReturnType<typeof testImei> {
  return testImei(`bench ${connection}`);
}

/**
 * Packets of one drifting tracker, each going on where the one before ended. Encoded once; then only
 * times, places and checksum are written anew, so that the load costs the machine little.
 */
export function packetsOf(
  recordsPerPacket: number,
  startMilliseconds: number,
  position: Position = AT_FIRST,
): () => Buffer {
  const packet = encodePacket(
    "8E",
    Array.from({ length: recordsPerPacket }, () => ({
      time: startMilliseconds,
      position,
      altitudeMetres: 4,
      headingDegrees: 75,
      satellites: 11,
      speedKilometresPerHour: 2,
      io: {
        gsmSignal: 4,
        gnssStatus: 1,
        batteryPercent: 87,
        moving: 1 as const,
        batteryMillivolts: 3912,
        hdopTenths: 9,
      },
    })),
  );
  const recordBytes = (packet.length - RECORD_START - TAIL_BYTES) / recordsPerPacket;
  const firstLongitude = packet.readInt32BE(RECORD_START + LONGITUDE);
  let sent = 0;
  return () => {
    for (let record = 0; record < recordsPerPacket; record++, sent++) {
      const at = RECORD_START + record * recordBytes;
      const time = startMilliseconds + sent * INTERVAL_MILLISECONDS;
      packet.writeUInt32BE(Math.floor(time / 2 ** 32), at);
      packet.writeUInt32BE(time % 2 ** 32, at + 4);
      // Up and down a stretch of some kilometres, as with the tide.
      const along = sent % 2000;
      packet.writeInt32BE(firstLongitude + DRIFT * Math.min(along, 2000 - along), at + LONGITUDE);
    }
    packet.writeUInt32BE(crcOf(packet), packet.length - 4);
    return Buffer.from(packet);
  };
}

function crcOf(packet: Buffer): number {
  let crc = 0;
  for (let at = 8; at < packet.length - 4; at++)
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (packet[at] ?? 0)) & 0xff] ?? 0);
  return crc;
}

/** Where a tracker begins when each has a stretch of its own: a hundred to a row, over half of Europe. */
export function placeOf(number: number): Position {
  return [-5 + (number % 100) * 0.25, 40 + Math.floor(number / 100) * 0.05];
}
