import type { Buffer } from "node:buffer";
import type { Position } from "@zpr/model";
import { heardAt } from "../heard-at.ts";
import { type JsonObject, jsonObject, numberOf, objectOf, plainValues } from "../json-fields.ts";
import type { Decoded } from "../protocol.ts";

const MOST_ATTRIBUTES = 60;
const LAST_SECOND = 1e10;

/** A device of the JSON form, in which the payload is spelt out in words; these are kept as they are. */
export function readDevice(bytes: Buffer): Decoded {
  const device = jsonObject(bytes);
  const identity = objectOf(device?.["deviceIdentify"]);
  if (!device || !identity) return { ok: false, reason: "broken JSON, or no deviceIdentify" };
  const seconds = numberOf(identity["unixTime"]);
  if (seconds === undefined || seconds < 0 || seconds >= LAST_SECOND)
    return { ok: false, reason: "unixTime is no time" };
  const info = objectOf(device["deviceInfo"]) ?? {};
  const position = info["gpsDataValid"] === "Invalid" ? null : placeIn(device);
  const fix = {
    ...heardAt(new Date(seconds * 1000), plainValues(info, MOST_ATTRIBUTES)),
    position,
    quality: position ? ("valid" as const) : ("none" as const),
  };
  return { ok: true, records: [{ fix, bytes }] };
}

function placeIn(device: JsonObject): Position | null {
  const place = objectOf(device["gpsCoordinate"]);
  const longitude = numberOf(place?.["longitude"]);
  const latitude = numberOf(place?.["latitude"]);
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude];
}
