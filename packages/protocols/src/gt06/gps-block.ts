/**
 * The clock and the GPS block of a GT06 message.
 *
 *   time  u8 year since 2000, month, day, hour, minute, second
 *   GPS   u8 (upper half: length of the block, lower half: satellites) | u32 latitude | u32 longitude
 *         in 1/1,800,000 degree, without sign | u8 km/h | u16: bits 0-9 course, 10 north, 11 west,
 *         12 fixed, 13 differential, 14 bit 15 tells the ignition, 15 ignition
 */
import type { Buffer } from "node:buffer";
import type { Told } from "../told.ts";
import type { ContentReader } from "./content-reader.ts";

const UNITS_PER_DEGREE = 1_800_000;
const NORTH = 1 << 10;
const WEST = 1 << 11;
const FIXED = 1 << 12;
const DIFFERENTIAL = 1 << 13;
const TELLS_IGNITION = 1 << 14;
const IGNITION = 1 << 15;
const COURSE = 0x3ff;
const GPS_BLOCK_LENGTH = 12;

/** Reads a clock that runs `zoneMinutes` ahead of UTC; a RangeError when no calendar has such a time. */
export function readTime(reader: ContentReader, zoneMinutes: number): Date {
  const [year = 0, month = 0, day = 0, hour = 24, minute = 60, second = 60] = reader.bytes(6);
  const time = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59)
    throw new RangeError("the time is impossible");
  return new Date(time.getTime() - zoneMinutes * 60_000);
}

/** Reads the GPS block that follows a clock. */
export function readGps(reader: ContentReader): Told {
  const satellites = reader.unsigned(1) & 0x0f;
  return { satellites, ...readPlace(reader) };
}

/** Reads latitude to flags. A tracker without a fix repeats its last place, or says 0, 0. */
export function readPlace(reader: ContentReader): Told {
  const latitude = reader.unsigned(4) / UNITS_PER_DEGREE;
  const longitude = reader.unsigned(4) / UNITS_PER_DEGREE;
  const speedMetresPerSecond = reader.unsigned(1) / 3.6;
  const flags = reader.unsigned(2);
  const attributes = {
    ...(flags & DIFFERENTIAL && { differential: true }),
    ...(flags & TELLS_IGNITION && { ignition: (flags & IGNITION) !== 0 }),
  };
  if (latitude === 0 && longitude === 0) return { quality: "none", attributes };
  return {
    position: [flags & WEST ? -longitude : longitude, flags & NORTH ? latitude : -latitude],
    quality: flags & FIXED ? "valid" : "stale",
    speedMetresPerSecond,
    headingDegrees: flags & COURSE,
    attributes,
  };
}

/** Whether bytes are the start of a GPS block, in messages that some models send without one. */
export function isGpsBlock(start: Buffer): boolean {
  return (start[0] ?? 0) >> 4 === GPS_BLOCK_LENGTH;
}
