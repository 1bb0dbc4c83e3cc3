import { Buffer } from "node:buffer";
import type { Fix, Position } from "@zpr/model";
import { heardAt } from "../heard-at.ts";
import { type JsonObject, numberOf, wordsOf } from "../json-fields.ts";
import type { Decoded } from "../protocol.ts";

const ESN = /^\d-\d{1,10}$/;
const LAST_SECOND = 1e10;
const FARTHEST_LATITUDE = 90;
const FARTHEST_LONGITUDE = 180;

/** The texts that a push or a feed may have, by the names under which we keep them. */
const TEXTS = {
  messageType: ["messageType"],
  messageText: ["messageDetail", "messageContent"],
  model: ["modelId"],
  batteryState: ["batteryState"],
};

/** The serial number of the device, which feeds name otherwise than pushes do. */
export function esnOf(fields: JsonObject): string | undefined {
  const esn = fields["esn"] ?? fields["messengerId"];
  return typeof esn === "string" && ESN.test(esn) ? esn : undefined;
}

/**
 * A message by its fields, whether they came as XML or JSON. SPOT's own number of a message tells it
 * from others, and its time is cut to the second, so that it is the same fix from a push and a feed.
 */
export function readMessage(fields: JsonObject): Decoded {
  const id = numberOf(fields["id"]);
  if (id === undefined) return { ok: false, reason: "a message without an id" };
  const time = timeOf(fields);
  if (!time) return { ok: false, reason: "a message without a time" };
  const position = placeIn(fields);
  const fix: Fix = {
    ...heardAt(time, attributesOf(fields)),
    position,
    quality: position ? "valid" : "none",
    altitudeMetres: position ? (numberOf(fields["altitude"]) ?? null) : null,
  };
  return { ok: true, records: [{ fix, bytes: Buffer.from(String(id)) }] };
}

function timeOf(fields: JsonObject): Date | undefined {
  const seconds = numberOf(fields["timeInGMTSecond"]) ?? numberOf(fields["unixTime"]);
  const stamp = wordsOf(fields["timestamp"]) ?? wordsOf(fields["dateTime"]);
  const since = seconds ?? secondsOf(stamp);
  return since !== undefined && since >= 0 && since < LAST_SECOND
    ? new Date(Math.floor(since) * 1000)
    : undefined;
}

/** A feed writes the zone without a colon. */
function secondsOf(stamp: string | undefined): number | undefined {
  const zoned = stamp?.replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  if (!zoned || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(zoned)) return undefined;
  const milliseconds = Date.parse(zoned);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

/** Messages that were sent without a fix have coordinates that no place has, zeros, or none. */
function placeIn(fields: JsonObject): Position | null {
  const longitude = numberOf(fields["longitude"]);
  const latitude = numberOf(fields["latitude"]);
  if (longitude === undefined || latitude === undefined) return null;
  if (longitude === 0 && latitude === 0) return null;
  if (Math.abs(longitude) > FARTHEST_LONGITUDE || Math.abs(latitude) > FARTHEST_LATITUDE)
    return null;
  return [longitude, latitude];
}

function attributesOf(fields: JsonObject): Fix["attributes"] {
  const texts = Object.entries(TEXTS).flatMap(([name, theirs]) => {
    const text = theirs.map((one) => wordsOf(fields[one])).find((one) => one !== undefined);
    return text === undefined ? [] : [[name, text] as const];
  });
  const state = fields["batteryState"];
  return {
    messageId: String(numberOf(fields["id"])),
    ...Object.fromEntries(texts),
    ...(typeof state === "string" && state !== "" && { batteryLow: state === "LOW" }),
  };
}
