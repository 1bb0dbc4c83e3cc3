import { emptyFix, type Fix, type FixQuality, type Position } from "@zpr/model";
import { type JsonObject, objectOf, plainValues } from "../json-fields.ts";
import { timeFrom } from "../time-from.ts";

export type ReadFix = Fix | { readonly reason: string };

const QUALITIES: readonly FixQuality[] = ["valid", "stale", "none", "network"];

const NUMBERS = [
  "altitudeMetres",
  "speedMetresPerSecond",
  "headingDegrees",
  "satellites",
  "hdop",
  "accuracyMetres",
  "batteryVolts",
  "batteryPercent",
] as const;

const OWN = new Set<string>([...NUMBERS, "id", "time", "lon", "lat", "position", "fix"]);
const OF_OSMAND = new Set(["timestamp", "coords", "battery"]);
const MOST_ATTRIBUTES = 60;

/** A fix from our own JSON or from OsmAnd's. */
export function readJson(object: JsonObject): ReadFix {
  const location = objectOf(object["location"]);
  return location ? readLocation(location) : readOwn(object);
}

function readOwn(object: JsonObject): ReadFix {
  const time = timeFrom(object["time"]);
  if (!time)
    return { reason: "time is not ISO 8601 with a zone, nor seconds or milliseconds since 1970" };
  const position = positionOf(object);
  if (position === "wrong")
    return { reason: "position is not [longitude, latitude] in WGS 84 degrees" };
  const quality = object["fix"] ?? (position ? "valid" : "none");
  if (!isQuality(quality)) return { reason: `fix is none of ${QUALITIES.join(", ")}` };
  const measures = measuresOf(object);
  return "reason" in measures
    ? measures
    : {
        ...emptyFix(time),
        position,
        quality,
        ...measures,
        attributes: plainValues(object, MOST_ATTRIBUTES, OWN),
      };
}

function positionOf(object: JsonObject): Position | null | "wrong" {
  const given = object["position"] ?? pair(object["lon"], object["lat"]);
  if (given === undefined || given === null) return null;
  if (!Array.isArray(given)) return "wrong";
  const [longitude, latitude]: readonly unknown[] = given;
  if (typeof longitude !== "number" || typeof latitude !== "number") return "wrong";
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : "wrong";
}

function pair(longitude: unknown, latitude: unknown): readonly unknown[] | undefined {
  return longitude === undefined && latitude === undefined ? undefined : [longitude, latitude];
}

type Measures = Partial<Record<(typeof NUMBERS)[number], number | null>>;

function measuresOf(object: JsonObject): Measures | { readonly reason: string } {
  const measures: Measures = {};
  for (const name of NUMBERS) {
    const value = object[name] ?? null;
    if (value !== null && (typeof value !== "number" || !Number.isFinite(value)))
      return { reason: `${name} is no number` };
    measures[name] = value;
  }
  return measures;
}

/** OsmAnd's JSON: `{location: {timestamp, coords: {...}, battery: {level}, ...}, device_id}`. */
function readLocation(location: JsonObject): ReadFix {
  const time = timeFrom(location["timestamp"]);
  if (!time) return { reason: "location.timestamp is no time" };
  const coords = objectOf(location["coords"]) ?? {};
  const [longitude, latitude] = [coords["longitude"], coords["latitude"]];
  if (typeof longitude !== "number" || typeof latitude !== "number")
    return { reason: "location.coords has no longitude and latitude" };
  const level = numberOf(objectOf(location["battery"])?.["level"]);
  return {
    ...emptyFix(time),
    position: [longitude, latitude],
    quality: "valid",
    accuracyMetres: numberOf(coords["accuracy"]),
    altitudeMetres: numberOf(coords["altitude"]),
    speedMetresPerSecond: notNegative(coords["speed"]),
    headingDegrees: notNegative(coords["heading"]),
    batteryPercent: level === null || level < 0 ? null : level * 100,
    attributes: plainValues(location, MOST_ATTRIBUTES, OF_OSMAND),
  };
}

/** Phones say -1 for what they do not know. */
function notNegative(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 ? number : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function isQuality(value: unknown): value is FixQuality {
  return QUALITIES.some((one) => one === value);
}
