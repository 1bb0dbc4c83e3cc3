/**
 * What the payload of a satellite message says, by the layout in its tracker's settings:
 *
 *   {"payloadLayout": "meitrack-t622", "payloadFields": ["01", "02", "03", "04", "05", "08"]}
 *   {"payloadLayout": "fields", "payloadFields": [{"name": "latitude", "type": "i32le", "scale": 1e-7}, ...]}
 *   {"payloadLayout": "codec"}
 */
import type { Buffer } from "node:buffer";
import type { Fix, Position } from "@zpr/model";
import { fixOf, isSigned, qualityOf, timeIn } from "../meitrack/parameters.ts";
import type { Settings } from "../settings.ts";

/** What a payload says, or why it cannot be read. */
export type ReadPayload =
  | { readonly ok: true; readonly fix: Fix; readonly rest: Buffer }
  | { readonly ok: false; readonly reason: string };

type FixValue = Exclude<keyof Fix, "time" | "position" | "quality" | "attributes">;

/** Sizes of the fields a Meitrack T622 may send by satellite; hdop has one byte here, unlike elsewhere. */
const T622_BYTES: ReadonlyMap<number, number> = new Map([
  ...[0x01, 0x05, 0x06, 0x07, 0x0a, 0x14, 0x15, 0x1b].map((id) => [id, 1] as const),
  ...[0x08, 0x09, 0x0b, 0x19, 0x1a].map((id) => [id, 2] as const),
  ...[0x02, 0x03, 0x04, 0x0c, 0x0d].map((id) => [id, 4] as const),
]);

const FIX_VALUES: ReadonlySet<string> = new Set<FixValue>([
  ...(["altitudeMetres", "speedMetresPerSecond", "headingDegrees", "satellites"] as const),
  ...(["hdop", "accuracyMetres", "batteryVolts", "batteryPercent"] as const),
]);

const TYPE = /^(?:([ui])8|([ui])(16|24|32)([lb])e|f32([lb])e)$/;
const LAST_SECOND = Date.parse("9999-12-31T23:59:59Z") / 1000;

/** Whether a codec of its own reads this tracker's payloads. */
export function hasCodec({ payloadLayout }: Settings): boolean {
  return payloadLayout === "codec";
}

/** Reads a payload by the tracker's layout; undefined when none is set. `time` is used when it tells none. */
export function readPayload(
  payload: Buffer,
  settings: Settings,
  time: Date,
): ReadPayload | undefined {
  const { payloadLayout, payloadFields } = settings;
  if (payloadLayout === undefined || hasCodec(settings)) return undefined;
  const fields: readonly unknown[] = Array.isArray(payloadFields) ? payloadFields : [];
  if (fields.length === 0) return { ok: false, reason: "payloadFields lists no fields" };
  try {
    if (payloadLayout === "meitrack-t622") return readT622(payload, fields, time);
    if (payloadLayout === "fields") return readFields(payload, fields, time);
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: error.message };
    throw error;
  }
  return { ok: false, reason: `there is no payloadLayout ${String(payloadLayout)}` };
}

function readT622(payload: Buffer, fields: readonly unknown[], time: Date): ReadPayload {
  const parameters = new Map<number, number>();
  let at = 0;
  for (const field of fields) {
    const id = Number.parseInt(String(field), 16);
    const size = T622_BYTES.get(id);
    if (size === undefined) throw new RangeError(`field ${String(field)} has no known size`);
    if (at + size > payload.length) throw new RangeError("the payload is shorter than its layout");
    parameters.set(id, isSigned(id) ? payload.readIntLE(at, size) : payload.readUIntLE(at, size));
    at += size;
  }
  return {
    ok: true,
    fix: fixOf(parameters, timeIn(parameters) ?? time),
    rest: payload.subarray(at),
  };
}

function readFields(payload: Buffer, fields: readonly unknown[], time: Date): ReadPayload {
  const values = new Map<string, number>();
  let at = 0;
  for (const field of fields.map(fieldOf)) {
    if (at + field.bytes > payload.length)
      throw new RangeError("the payload is shorter than its layout");
    const value = field.read(payload, at) * field.scale + field.offset;
    // A float may be no number at all: then it tells nothing.
    if (field.name !== "" && Number.isFinite(value))
      values.set(field.name, Number(value.toPrecision(12)));
    at += field.bytes;
  }
  return { ok: true, fix: fixFrom(values, time), rest: payload.subarray(at) };
}

interface Field {
  readonly name: string;
  readonly bytes: number;
  readonly scale: number;
  readonly offset: number;
  read(payload: Buffer, at: number): number;
}

function fieldOf(given: unknown): Field {
  if (typeof given !== "object" || given === null) throw new RangeError("a field is no object");
  const { name, type, scale = 1, offset = 0 } = given as Readonly<Record<string, unknown>>;
  const [whole, byte, sign, bits, order, floatOrder] = TYPE.exec(String(type)) ?? [];
  if (typeof name !== "string" || !whole || typeof scale !== "number" || typeof offset !== "number")
    throw new RangeError(`a field is not understood: ${JSON.stringify(given).slice(0, 80)}`);
  const shape = { name, scale, offset };
  if (floatOrder)
    return {
      ...shape,
      bytes: 4,
      read: (payload, at) =>
        floatOrder === "l" ? payload.readFloatLE(at) : payload.readFloatBE(at),
    };
  const bytes = Number(bits ?? 8) / 8;
  return { ...shape, bytes, read: integerReader((byte ?? sign) === "i", order === "b", bytes) };
}

function integerReader(isBelowZero: boolean, isBigEndian: boolean, bytes: number): Field["read"] {
  if (isBelowZero)
    return (payload, at) =>
      isBigEndian ? payload.readIntBE(at, bytes) : payload.readIntLE(at, bytes);
  return (payload, at) =>
    isBigEndian ? payload.readUIntBE(at, bytes) : payload.readUIntLE(at, bytes);
}

/** Names of a fix's own values go there, all others are attributes. */
function fixFrom(values: ReadonlyMap<string, number>, time: Date): Fix {
  const [seconds, longitude, latitude] = ["time", "longitude", "latitude"].map((name) =>
    values.get(name),
  );
  if (seconds !== undefined && !(seconds >= 0 && seconds <= LAST_SECOND))
    throw new RangeError("the payload's time is impossible");
  const isValid = values.get("valid") !== 0;
  const isKnown = longitude !== undefined && latitude !== undefined;
  const position: Position | null =
    isKnown && (isValid || longitude !== 0 || latitude !== 0) ? [longitude, latitude] : null;
  const own = ["time", "longitude", "latitude", "valid"];
  const told = (name: FixValue) => values.get(name) ?? null;
  return {
    time: seconds === undefined ? time : new Date(seconds * 1000),
    position,
    quality: qualityOf(position, isValid),
    altitudeMetres: told("altitudeMetres"),
    speedMetresPerSecond: told("speedMetresPerSecond"),
    headingDegrees: told("headingDegrees"),
    satellites: told("satellites"),
    hdop: told("hdop"),
    accuracyMetres: told("accuracyMetres"),
    batteryVolts: told("batteryVolts"),
    batteryPercent: told("batteryPercent"),
    attributes: Object.fromEntries(
      [...values].filter(([name]) => !own.includes(name) && !FIX_VALUES.has(name)),
    ),
  };
}
