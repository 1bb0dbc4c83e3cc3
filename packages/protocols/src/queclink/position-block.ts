/**
 * A position in a report of @Track, from the vendor's published interface documents:
 *
 *   accuracy,km/h,azimuth,altitude m,longitude,latitude,YYYYMMDDHHMMSS UTC,MCC,MNC,LAC hex,cell hex
 *
 * The accuracy is a rounded HDOP from 1 to 50; 0 says that the last known position is repeated. Fields
 * without a value are empty. What stands behind the cell differs by model.
 */
import type { Fix, Position } from "@zpr/model";
import { compactTime } from "./compact-time.ts";

const PLACE_FIELDS = 7;
const CELL_FIELDS = 4;
const LONGITUDE_AT = 4;

/** How many fields a position has with its cell. */
export const BLOCK_FIELDS = PLACE_FIELDS + CELL_FIELDS;

const DECIMAL = /^(?:\d{1,3}(?:\.\d{1,2})?)?$/;
const BEFORE_PLACE = [
  /^(?:\d{1,2}(?:\.\d{1,2})?)?$/,
  DECIMAL,
  DECIMAL,
  /^(?:-?\d{1,5}(?:\.\d{1,2})?)?$/,
];
const DEGREES = /^-?\d{1,3}\.\d{6}$/;
const CELL = [/^\d{0,4}$/, /^\d{0,4}$/, /^[0-9A-Fa-f]{0,8}$/, /^[0-9A-Fa-f]{0,8}$/];
const CELL_NAMES = [
  "mobileCountryCode",
  "mobileNetworkCode",
  "locationAreaCode",
  "cellId",
] as const;

/** What a position says; its time is unknown where there is none. */
export interface Block {
  readonly time: Date | undefined;
  readonly place: Pick<
    Fix,
    "position" | "quality" | "altitudeMetres" | "speedMetresPerSecond" | "headingDegrees" | "hdop"
  >;
  readonly cell: Readonly<Record<string, number>>;
}

/** The position that begins at a field, or undefined where none does. */
export function blockAt(fields: readonly string[], at: number): Block | undefined {
  const cell = cellAt(fields, at + PLACE_FIELDS);
  const place = placeAt(fields, at);
  return cell && place && { ...place, cell };
}

/** The position that begins at a field without doubt: it has a place and a time, whatever follows. */
export function certainBlockAt(fields: readonly string[], at: number): Block | undefined {
  const place = placeAt(fields, at);
  if (!place?.time) return undefined;
  const cell = cellAt(fields, at + PLACE_FIELDS) ?? {};
  return { ...place, cell };
}

/** The cell whose four numbers begin at a field; nothing in it when they are empty. */
export function cellAt(
  fields: readonly string[],
  at: number,
): Readonly<Record<string, number>> | undefined {
  const four = fields.slice(at, at + CELL_FIELDS);
  if (four.length < CELL_FIELDS || !four.every((field, index) => CELL[index]?.test(field)))
    return undefined;
  if (four.includes("") || Number(four[0]) === 0) return {};
  const values = four.map((field, index) => Number.parseInt(field, index < 2 ? 10 : 16));
  return Object.fromEntries(CELL_NAMES.map((name, index) => [name, values[index] ?? 0]));
}

function placeAt(fields: readonly string[], at: number): Omit<Block, "cell"> | undefined {
  const seven = fields.slice(at, at + PLACE_FIELDS);
  if (seven.length < PLACE_FIELDS) return undefined;
  if (!BEFORE_PLACE.every((pattern, index) => pattern.test(seven[index] ?? ""))) return undefined;
  const place = seven.slice(LONGITUDE_AT);
  if (place.every((field) => field === "")) return { time: undefined, place: NOWHERE };
  const time = compactTime(place[2]);
  if (!time || !DEGREES.test(place[0] ?? "") || !DEGREES.test(place[1] ?? "")) return undefined;
  return { time, place: placeOf(seven, [Number(place[0]), Number(place[1])]) };
}

const NOWHERE: Block["place"] = {
  position: null,
  quality: "none",
  altitudeMetres: null,
  speedMetresPerSecond: null,
  headingDegrees: null,
  hdop: null,
};

function placeOf(fields: readonly string[], position: Position): Block["place"] {
  const [accuracy, speed, azimuth, altitude] = fields.map((field) =>
    field === "" ? null : Number(field),
  );
  // Without a stated accuracy nothing says that it is a new position.
  if (!accuracy && position.every((degrees) => degrees === 0)) return NOWHERE;
  return {
    position,
    quality: accuracy ? "valid" : "stale",
    altitudeMetres: altitude ?? null,
    speedMetresPerSecond: speed == null ? null : speed / 3.6,
    headingDegrees: azimuth ?? null,
    hdop: accuracy || null,
  };
}
