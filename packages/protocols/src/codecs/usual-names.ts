import type { Position } from "@zpr/model";
import { type JsonObject, numberOf, objectOf } from "../json-fields.ts";

/** Where the codecs of makers put a position, themselves or in an object of theirs. */
const PLACES = ["position", "location", "gps", "gpsFix", "gnss", "coordinates", "fix"];

const LATITUDES = ["latitude", "lat", "Latitude", "latitudeDeg"];
const LONGITUDES = ["longitude", "lon", "lng", "long", "Longitude", "longitudeDeg"];
/** Said of a position that is an old one, or of none. */
const FAILURES = ["fixFailed", "cached", "noFix"];
const MEASURES = {
  batteryVolts: ["batteryVolts", "batteryVoltage", "battery_voltage", "batV", "BatV", "vbat"],
  batteryPercent: ["batteryPercent", "batteryLevel", "battery_level", "batteryPercentage"],
  accuracyMetres: ["accuracy", "accuracyMetres", "positionAccuracy", "horizontalAccuracy"],
} as const;

/** A measure under one of the names that most codecs use. */
export function usualMeasure(object: JsonObject, name: string): number | undefined {
  return firstNumber(object, MEASURES[name as keyof typeof MEASURES] ?? []);
}

/** A place under one of the names that most codecs use. */
export function usualPlace(object: JsonObject): Position | undefined {
  const inside = PLACES.map((name) => objectOf(object[name])).filter((one) => one !== undefined);
  for (const holder of [object, ...inside]) {
    const longitude = firstNumber(holder, LONGITUDES);
    const latitude = firstNumber(holder, LATITUDES);
    if (longitude !== undefined && latitude !== undefined) return [longitude, latitude];
  }
  return undefined;
}

/** Whether a codec says that it found no new place. */
export function isUsuallyOld(object: JsonObject): boolean {
  return FAILURES.some((name) => object[name] === true);
}

function firstNumber(object: JsonObject, names: readonly string[]): number | undefined {
  for (const name of names) {
    const number = numberOf(object[name]);
    if (number !== undefined) return number;
  }
  return undefined;
}
