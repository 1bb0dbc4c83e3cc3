import { emptyFix, type Fix, type FixQuality } from "@zpr/model";
import { plainValues } from "../json-fields.ts";
import { timeFrom } from "../time-from.ts";
import type { ReadFix } from "./json-fix.ts";

const METRES_PER_SECOND_IN_KNOT = 1852 / 3600;

/** Fields that have a place of their own in a fix; all others become attributes. */
const KNOWN = new Set(
  "id deviceid lat lon location timestamp valid speed bearing heading altitude accuracy hdop batt key".split(
    " ",
  ),
);
const MOST_ATTRIBUTES = 60;

/** A fix from OsmAnd's query or form; without a time of its own it was taken when it came in. */
export function readForm(fields: URLSearchParams, receivedAt: Date): ReadFix {
  const [lat = "", lon = ""] = fields.get("location")?.split(",") ?? [
    fields.get("lat") ?? "",
    fields.get("lon") ?? "",
  ];
  const [latitude, longitude] = [numberIn(lat), numberIn(lon)];
  if (latitude === null || longitude === null)
    return { reason: "lat and lon are no numbers: WGS 84 degrees" };
  const stamp = fields.get("timestamp");
  const time = stamp === null ? receivedAt : timeFrom(stamp);
  if (!time)
    return { reason: "timestamp is no time: seconds or milliseconds since 1970, or ISO 8601" };
  const knots = measure(fields, "speed");
  return {
    ...emptyFix(time),
    position: [longitude, latitude],
    quality: qualityOf(fields.get("valid")),
    speedMetresPerSecond: knots === null ? null : knots * METRES_PER_SECOND_IN_KNOT,
    headingDegrees: measure(fields, "bearing") ?? measure(fields, "heading"),
    altitudeMetres: measure(fields, "altitude"),
    accuracyMetres: measure(fields, "accuracy"),
    hdop: measure(fields, "hdop"),
    batteryPercent: measure(fields, "batt"),
    attributes: attributesOf(fields, stamp === null),
  };
}

function qualityOf(valid: string | null): FixQuality {
  return valid === "false" || valid === "0" ? "stale" : "valid";
}

function attributesOf(fields: URLSearchParams, isTimedHere: boolean): Fix["attributes"] {
  const others = plainValues(Object.fromEntries(fields), MOST_ATTRIBUTES, KNOWN);
  return isTimedHere ? { ...others, timeOfReceipt: true } : others;
}

function measure(fields: URLSearchParams, name: string): number | null {
  return numberIn(fields.get(name) ?? "");
}

function numberIn(text: string): number | null {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
