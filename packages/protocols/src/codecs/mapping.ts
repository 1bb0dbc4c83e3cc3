import { type CodecMapping, MAPPED_NAMES, type MappedName, type ValuePlace } from "@zpr/model";
import { type JsonObject, numberOf, objectOf } from "../json-fields.ts";

const LONGEST_PATH = 200;
const PATH = /^[^.[\]\p{Cc}]+(\[\d{1,4}\])*(\.[^.[\]\p{Cc}]+(\[\d{1,4}\])*)*$/u;

/** Units in which codecs tell what we keep in the unit of its name, and what one of each is. */
const UNITS: Readonly<Partial<Record<MappedName, Readonly<Record<string, number>>>>> = {
  batteryVolts: { mV: 1 / 1000 },
  speedMetresPerSecond: { "km/h": 1 / 3.6, "cm/s": 1 / 100, kn: 1852 / 3600, mph: 0.44704 },
  altitudeMetres: { cm: 1 / 100, mm: 1 / 1000, ft: 0.3048 },
  accuracyMetres: { cm: 1 / 100, mm: 1 / 1000, ft: 0.3048 },
};

export type ReadMapping =
  | { readonly ok: true; readonly mapping: CodecMapping }
  | { readonly ok: false; readonly reason: string };

/** A mapping as a researcher wrote it, in the one form in which it is kept: a path alone may stand for a place. */
export function readMapping(written: JsonObject): ReadMapping {
  const mapping: Partial<Record<MappedName, ValuePlace | null>> = {};
  const stranger = Object.keys(written).find((name) => !isMapped(name));
  if (stranger !== undefined)
    return no(`${JSON.stringify(stranger)} is none of ${MAPPED_NAMES.join(", ")}`);
  for (const name of MAPPED_NAMES) {
    const value = written[name];
    if (value === undefined) continue;
    const place = value === null ? null : placeOf(name, value);
    if (typeof place === "string") return no(`${name}: ${place}`);
    mapping[name] = place;
  }
  if ("longitude" in mapping !== "latitude" in mapping)
    return no("longitude and latitude are mapped together or not at all");
  return { ok: true, mapping };
}

function no(reason: string): ReadMapping {
  return { ok: false, reason };
}

function isMapped(name: string): boolean {
  return MAPPED_NAMES.some((one) => one === name);
}

/** A place, or what is wrong with it. */
function placeOf(name: MappedName, value: unknown): ValuePlace | string {
  const { path, scale, offset, unit, ...others } = objectOf(value) ?? { path: value };
  if (typeof path !== "string" || path.length > LONGEST_PATH || !PATH.test(path))
    return "not a path such as gps.fixes[0].lat";
  const [other] = Object.keys(others);
  if (other !== undefined) return `${JSON.stringify(other)} is none of path, scale, offset, unit`;
  if (!isNumberOrAbsent(scale) || !isNumberOrAbsent(offset))
    return "scale and offset are finite numbers";
  const wrongUnit = problemOfUnit(name, unit);
  if (wrongUnit !== undefined) return wrongUnit;
  return {
    path,
    ...(scale !== undefined && { scale }),
    ...(offset !== undefined && { offset }),
    ...(typeof unit === "string" && { unit }),
  };
}

function problemOfUnit(name: MappedName, unit: unknown): string | undefined {
  const known = Object.keys(UNITS[name] ?? {});
  if (unit === undefined || known.some((one) => one === unit)) return undefined;
  return known.length > 0 ? `unit is none of ${known.join(", ")}` : "has no units to choose from";
}

function isNumberOrAbsent(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === "number" && Number.isFinite(value));
}

/** What stands at a place in a codec's data, in our unit if it is a number. */
export function valueAt(data: JsonObject, name: MappedName, place: ValuePlace): unknown {
  const found = follow(data, place.path);
  const { scale = 1, offset = 0, unit } = place;
  const isPlain = scale === 1 && offset === 0 && unit === undefined;
  const number = numberOf(found);
  if (isPlain || number === undefined) return found;
  return (number * scale + offset) * (UNITS[name]?.[unit ?? ""] ?? 1);
}

function follow(data: JsonObject, path: string): unknown {
  let value: unknown = data;
  for (const step of path.split(/\.|(?=\[)/)) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (index === undefined) value = ownMember(value, step);
    else value = Array.isArray(value) ? value[Number(index)] : undefined;
  }
  return value;
}

function ownMember(value: unknown, name: string): unknown {
  const object = objectOf(value);
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}
