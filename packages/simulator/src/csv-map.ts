/** Which columns of a CSV file hold what, and how its rows become records. */
import { isOnGlobe, type Position } from "@zpr/model";
import { timeReader } from "./csv-time.ts";

/** Names of the columns, and how times are written. */
export interface CsvMap {
  readonly tracker: string;
  readonly time: string;
  readonly lat: string;
  readonly lon: string;
  /** Volts; empty or not a number means unknown. */
  readonly battery?: string;
  /** For example `DD-Mon-YYYY hh:mm:ss` in UTC; also `iso`, `unix` and `unixMillis`. */
  readonly timeFormat: string;
}

/** A map that cannot be used, or does not fit the file. */
export class CsvMapError extends Error {
  override readonly name = "CsvMapError";
  readonly code = "ERR_CSV_MAP";
}

/** One row as the file means it. */
export interface CsvFix {
  readonly tracker: string;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly position: Position;
  readonly batteryVolts: number | null;
}

/** A row that says something, or why it does not. */
export type CsvReading =
  | { readonly ok: true; readonly fix: CsvFix }
  | { readonly ok: false; readonly reason: string };

type Row = Readonly<Record<string, string>>;

const REQUIRED = ["tracker", "time", "lat", "lon"] as const;
const OPTIONAL = ["battery", "timeFormat"] as const;

/** Reads `tracker=ID,time=WHEN,lat=LAT,lon=LON[,battery=VOLTS][,timeFormat=...]`. */
export function csvMap(spec: string): CsvMap {
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  const entries = spec.split(",").map((part) => {
    const at = part.indexOf("=");
    const key = part.slice(0, at).trim();
    if (at < 0 || !known.includes(key))
      throw new CsvMapError(`${JSON.stringify(part)} in the map is none of ${known.join("=, ")}=`);
    return [key, part.slice(at + 1).trim()] as const;
  });
  const given = new Map(entries);
  const [tracker, time, lat, lon] = REQUIRED.map((key) => given.get(key));
  if (!tracker || !time || !lat || !lon)
    throw new CsvMapError("the map needs tracker=, time=, lat= and lon=");
  const battery = given.get("battery");
  const map = { tracker, time, lat, lon, timeFormat: given.get("timeFormat") ?? "iso" };
  return battery ? { ...map, battery } : map;
}

/** The columns that a map asks for. */
export function columnsOf({ tracker, time, lat, lon, battery }: CsvMap): readonly string[] {
  return [tracker, time, lat, lon, ...(battery ? [battery] : [])];
}

/** Reads rows by a map; a row that cannot be read is an ordinary outcome. */
export function csvReader(map: CsvMap): (row: Row) => CsvReading {
  const readTime = timeReader(map.timeFormat);
  if (!readTime)
    throw new CsvMapError(`the time format ${JSON.stringify(map.timeFormat)} is not understood`);

  return (row) => {
    const tracker = row[map.tracker]?.trim();
    if (!tracker) return { ok: false, reason: `${map.tracker} is empty` };
    const time = readTime(row[map.time]?.trim() ?? "");
    if (time === undefined) return unreadable(row, map.time);
    const position = positionOf(row, map);
    if ("reason" in position) return { ok: false, reason: position.reason };
    const batteryVolts = (map.battery && number(row[map.battery])) || null;
    return { ok: true, fix: { tracker, time, position, batteryVolts } };
  };
}

function positionOf(row: Row, { lat, lon }: CsvMap): Position | { readonly reason: string } {
  const [longitude, latitude] = [number(row[lon]), number(row[lat])];
  if (longitude === undefined) return unreadable(row, lon);
  if (latitude === undefined) return unreadable(row, lat);
  const position: Position = [longitude, latitude];
  if (isOnGlobe(position)) return position;
  return { reason: `${lat} ${latitude}, ${lon} ${longitude} is not on the globe` };
}

function unreadable(row: Row, column: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason: `${column} ${JSON.stringify(row[column] ?? "")} cannot be read` };
}

function number(text: string | undefined): number | undefined {
  const value = text?.trim() ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
