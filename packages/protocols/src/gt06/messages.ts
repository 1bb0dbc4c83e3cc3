/**
 * What the content of each GT06 message is. All of them begin with a clock, or tell no time:
 *
 *   10          GPS
 *   12          GPS, cell, [u32 odometer]
 *   22 2D 37    GPS, cell, [u8 ignition, u8 reason, u8 stored, [u32 odometer]]; 37 adds modules
 *   31          GPS, cell with u32 id, 8 bytes, i16 altitude; 36 A2 begin likewise when GPS comes first
 *   A0          GPS, 4G cell, [ignition, reason, stored, [odometer]]
 *   16 26 27 32 GPS, u8 length, cell, status; 27 adds the number of the fence; A4 with a 4G cell
 *   24 28 2E A1 several cells; 2C 33 A2 with Wi-Fi; 1E GPS and several cells
 *   7979 32 33  clock, u8 length, GPS; cell; further cells; Wi-Fi; status
 */
import { emptyFix, type Fix } from "@zpr/model";
import { both } from "../told.ts";
import { type CellsShape, MIDDLE, NARROW, WIDE } from "./cells.ts";
import {
  cell,
  gpsOr,
  measuredCell,
  type Part,
  readAltitude,
  readFence,
  readLongPlace,
  readOdometer,
  readRest,
  readUpload,
  severalCells,
} from "./content-parts.ts";
import { ContentReader } from "./content-reader.ts";
import type { Gt06Frame } from "./frame.ts";
import { isGpsBlock, readGps, readTime } from "./gps-block.ts";
import { readModular, readShortModules } from "./modules.ts";
import { readStatus } from "./status.ts";

/** Bytes of a status, with an alarm and a language; those for fences have one more. */
const STATUS_BYTES = 5;

const SEVEN: CellsShape = { sizes: NARROW, count: 7, hasWifi: false };
const SIX: CellsShape = { ...SEVEN, count: 6 };
const STATED: CellsShape = { ...SEVEN, count: "stated" };
const SEVEN_4G: CellsShape = { ...SEVEN, sizes: WIDE };
const SIX_4G: CellsShape = { ...SIX, sizes: WIDE };
const withWifi = (shape: CellsShape): CellsShape => ({ ...shape, hasWifi: true });

const narrow = severalCells([SEVEN, SIX, STATED]);
const alarm: readonly Part[] = [readGps, measuredCell(STATUS_BYTES), readStatus];
const fenceAlarm: readonly Part[] = [
  readGps,
  measuredCell(STATUS_BYTES + 1),
  readStatus,
  readFence,
];

const MESSAGES: ReadonlyMap<number, readonly Part[]> = new Map<number, readonly Part[]>([
  [0x10, [readGps]],
  [0x12, [readGps, cell(NARROW), readOdometer]],
  [0x16, alarm],
  [0x1e, [readGps, narrow]],
  [0x22, [readGps, cell(NARROW), readUpload]],
  [0x24, [narrow]],
  [0x26, alarm],
  [0x27, fenceAlarm],
  [0x28, [narrow]],
  [0x2c, [severalCells([SEVEN, SIX].map(withWifi))]],
  [0x2d, [readGps, cell(NARROW), readUpload]],
  [0x2e, [narrow]],
  [0x31, [readGps, cell(MIDDLE), readAltitude]],
  [0x32, alarm],
  [0x33, [severalCells([SIX_4G, SEVEN_4G, SEVEN].map(withWifi))]],
  [0x36, [readGps, cell(MIDDLE)]],
  [0x37, [readGps, cell(NARROW), readUpload, readShortModules]],
  [0x38, [readGps, cell(NARROW), readUpload]],
  [0xa0, [readGps, cell(WIDE), readUpload]],
  [0xa1, [severalCells([SEVEN_4G, SIX_4G])]],
  [0xa2, [gpsOr(severalCells([SEVEN_4G, SIX_4G].map(withWifi)))]],
  [0xa4, fenceAlarm],
]);

/** Messages that tell no time, so that no record can be made of them. */
const TIMELESS: ReadonlySet<number> = new Set([
  0x01, 0x13, 0x15, 0x21, 0x23, 0x80, 0x81, 0x82, 0x8a, 0xa5,
]);

const MODULAR = 0x70;
const HEARTBEAT_OR_PLACE = 0x36;
const INFORMATION = 0x94;
const DOOR = 0x05;
const SENSOR_TEXT = 0x0d;
const BANG = 0x21;
const CLOCK_BYTES = 6;
/** Two messages of another family of trackers, told apart by their long frame. */
const LONG_PLACES: ReadonlySet<number> = new Set([0x32, 0x33]);

/** What a message says: null when it tells no time; a RangeError when it cannot be read. */
export function fixIn(frame: Gt06Frame, zoneMinutes: number): Fix | null {
  const { message, content, isLong } = frame;
  const reader = new ContentReader(content);
  if (content.length === 0 || TIMELESS.has(message)) return null;
  if (message === MODULAR) return readModular(reader);
  if (message === INFORMATION) return readInformation(reader, zoneMinutes);
  if (message === HEARTBEAT_OR_PLACE && !isGpsBlock(content.subarray(CLOCK_BYTES))) return null;
  const parts = isLong && LONG_PLACES.has(message) ? [readLongPlace] : MESSAGES.get(message);
  if (!parts) throw new RangeError(`message 0x${message.toString(16).padStart(2, "0")} is unknown`);
  return readParts(reader, zoneMinutes, parts);
}

function readParts(reader: ContentReader, zoneMinutes: number, parts: readonly Part[]): Fix {
  const time = readTime(reader, zoneMinutes);
  const told = [...parts, readRest].map((part) => part(reader)).reduce(both, {});
  return { ...emptyFix(time), ...told, time };
}

/** Only two kinds of information tell when it was so. */
function readInformation(reader: ContentReader, zoneMinutes: number): Fix | null {
  const kind = reader.unsigned(1);
  if (kind === DOOR && reader.left === CLOCK_BYTES + 1)
    return readParts(reader, zoneMinutes, [readDoor]);
  const isTimed = kind === SENSOR_TEXT && reader.left > CLOCK_BYTES && reader.peek(1)[0] !== BANG;
  return isTimed ? readParts(reader, zoneMinutes, [readText]) : null;
}

const readDoor: Part = (reader) => ({ attributes: { doorOpen: (reader.unsigned(1) & 1) !== 0 } });

const readText: Part = (reader) => ({
  attributes: { text: reader.bytes(reader.left).toString("latin1") },
});
