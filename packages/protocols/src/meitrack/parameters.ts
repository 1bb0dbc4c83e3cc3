/**
 * The numbered parameters of Meitrack's binary records, little-endian: in CCE records each with its
 * id, in satellite payloads in an order set on the tracker. Known from public decoders and captures.
 */
import type { Fix, Position } from "@zpr/model";

/** Parameters of one record by id; those of two bytes have ids from FE00. */
export type Parameters = ReadonlyMap<number, number>;

type Attributes = Readonly<Record<string, number | string | boolean>>;

const YEAR_2000 = Date.UTC(2000, 0, 1);
const EVENT = 0x01;
const LATITUDE = 0x02;
const LONGITUDE = 0x03;
const TIME = 0x04;
const VALID = 0x05;
const SATELLITES = 0x06;
const SPEED = 0x08;
const COURSE = 0x09;
const HDOP = 0x0a;
const ALTITUDE = 0x0b;
const BATTERY = 0x19;
const EXTERNAL = 0x1a;
const LONG_EVENT = 0x40;
const BATTERY_PERCENT = 0xfe69;

const SIGNED: ReadonlySet<number> = new Set([LATITUDE, LONGITUDE, ALTITUDE]);

/** Parameters that are fields of a fix, or are given another unit. */
const FIX_FIELDS: ReadonlySet<number> = new Set([
  ...[EVENT, LATITUDE, LONGITUDE, TIME, VALID, SATELLITES, SPEED, COURSE, HDOP, ALTITUDE],
  ...[BATTERY, EXTERNAL, LONG_EVENT, BATTERY_PERCENT],
]);

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x07, "gsmSignal"],
  [0x0c, "odometerMetres"],
  [0x0d, "runTimeSeconds"],
  [0x14, "outputs"],
  [0x15, "inputs"],
  [0x16, "analog1"],
  [0x17, "analog2"],
  [0x18, "analog3"],
  [0x1b, "geofence"],
  [0x1c, "systemFlags"],
  [0xfef4, "engineMinutes"],
]);

/** Whether a parameter may be below zero. */
export function isSigned(id: number): boolean {
  return SIGNED.has(id);
}

/** The time in a record, if it has one. */
export function timeIn(parameters: Parameters): Date | undefined {
  const seconds = parameters.get(TIME);
  return seconds === undefined ? undefined : new Date(YEAR_2000 + seconds * 1000);
}

/** The fix that parameters make, at a time that may come from elsewhere. */
export function fixOf(parameters: Parameters, time: Date, attributes: Attributes = {}): Fix {
  const numberIn = (id: number, factor = 1) => scaled(parameters.get(id), factor);
  return {
    time,
    ...placeIn(parameters),
    altitudeMetres: numberIn(ALTITUDE),
    speedMetresPerSecond: numberIn(SPEED, 1 / 3.6),
    headingDegrees: numberIn(COURSE),
    satellites: numberIn(SATELLITES),
    hdop: numberIn(HDOP, 0.1),
    accuracyMetres: null,
    batteryVolts: numberIn(BATTERY, 0.01),
    batteryPercent: numberIn(BATTERY_PERCENT),
    attributes: { ...named(parameters), ...attributes },
  };
}

/** Rounded to what a decimal place of the tracker can tell, as 422 * 0.01 is no 4.22. */
function scaled(value: number | undefined, factor: number): number | null {
  return value === undefined ? null : Math.round(value * factor * 1e6) / 1e6;
}

/** Without a fix the last position is repeated, or there was none yet: both coordinates are zero. */
export function qualityOf(position: Position | null, isValid: boolean): Fix["quality"] {
  if (!position) return "none";
  return isValid ? "valid" : "stale";
}

function placeIn(parameters: Parameters): Pick<Fix, "position" | "quality"> {
  const [longitude, latitude] = [parameters.get(LONGITUDE), parameters.get(LATITUDE)];
  const isValid = parameters.get(VALID) !== 0;
  const isKnown =
    longitude !== undefined &&
    latitude !== undefined &&
    (isValid || longitude !== 0 || latitude !== 0);
  const position: Position | null = isKnown ? [longitude / 1e6, latitude / 1e6] : null;
  return { position, quality: qualityOf(position, isValid) };
}

function named(parameters: Parameters): Attributes {
  const event = parameters.get(LONG_EVENT) ?? parameters.get(EVENT);
  const external = parameters.get(EXTERNAL);
  const others = [...parameters].filter(([id]) => !FIX_FIELDS.has(id));
  return {
    ...(event !== undefined && { reason: event }),
    ...(external !== undefined && { externalMillivolts: external * 10 }),
    ...Object.fromEntries(others.map(([id, value]) => [NAMES.get(id) ?? nameless(id), value])),
  };
}

/** The name of a parameter whose meaning we do not know. */
export function nameless(id: number): string {
  return `parameter${id.toString(16).toUpperCase().padStart(2, "0")}`;
}
