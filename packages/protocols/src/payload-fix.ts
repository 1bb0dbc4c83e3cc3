import type { Fix, Position } from "@zpr/model";
import { type JsonObject, numberOf, objectOf, plainValues } from "./json-fields.ts";
import type { DecodedRecord } from "./protocol.ts";

/** Where the codecs of makers put a position, themselves or in an object of theirs. */
const PLACES = ["position", "location", "gps", "gpsFix", "gnss", "coordinates", "fix"];

const LATITUDES = ["latitude", "lat", "Latitude", "latitudeDeg"];
const LONGITUDES = ["longitude", "lon", "lng", "long", "Longitude", "longitudeDeg"];
const VOLTS = ["batteryVolts", "batteryVoltage", "battery_voltage", "batV", "BatV", "vbat"];
const PERCENTS = ["batteryPercent", "batteryLevel", "battery_level", "batteryPercentage"];
const ACCURACIES = ["accuracy", "accuracyMetres", "positionAccuracy", "horizontalAccuracy"];
/** Said of a position that is an old one, or of none. */
const FAILURES = ["fixFailed", "cached", "noFix"];
const MOST_VOLTS = 20;
const MOST_ATTRIBUTES = 60;

/**
 * A record with what the network's own codec said of its payload. Makers' codecs each name things
 * their own way; the names most of them use are known, and all plain values stay as attributes.
 */
export function withPayload(record: DecodedRecord): DecodedRecord {
  const { fix, payload } = record;
  if (!payload) return record;
  const attributes = {
    payloadHex: payload.bytes.toString("hex"),
    ...(payload.object && plainValues(payload.object, MOST_ATTRIBUTES)),
    ...fix.attributes,
  };
  if (!payload.object) return { ...record, fix: { ...fix, attributes } };
  return { ...record, fix: { ...fix, ...toldBy(payload.object, fix), attributes } };
}

function toldBy(object: JsonObject, fix: Fix): Partial<Fix> {
  const position = placeIn(object);
  const volts = firstNumber(object, VOLTS);
  const isOld = FAILURES.some((name) => object[name] === true);
  return {
    ...(position && { position, quality: isOld ? "stale" : "valid" }),
    accuracyMetres: firstNumber(object, ACCURACIES) ?? fix.accuracyMetres,
    batteryVolts: volts !== undefined && volts <= MOST_VOLTS ? volts : fix.batteryVolts,
    batteryPercent: firstNumber(object, PERCENTS) ?? fix.batteryPercent,
  };
}

function placeIn(object: JsonObject): Position | undefined {
  const inside = PLACES.map((name) => objectOf(object[name])).filter((one) => one !== undefined);
  for (const holder of [object, ...inside]) {
    const longitude = firstNumber(holder, LONGITUDES);
    const latitude = firstNumber(holder, LATITUDES);
    if (longitude !== undefined && latitude !== undefined) return [longitude, latitude];
  }
  return undefined;
}

function firstNumber(object: JsonObject, names: readonly string[]): number | undefined {
  for (const name of names) {
    const number = numberOf(object[name]);
    if (number !== undefined) return number;
  }
  return undefined;
}
