/**
 * The Things Stack version 3, by webhook, MQTT or its Storage Integration: one JSON object an event,
 * in which the member that is there tells what happened. Values that are empty, zero or false are
 * left out. Events of the Storage Integration stand in a member `result`.
 *
 * From The Things Stack's public documentation of its data formats.
 */
import { Buffer } from "node:buffer";
import { instantOf, type JsonObject, jsonObject, objectOf, wordsOf } from "../json-fields.ts";
import { lorawanCommands } from "../lorawan-commands.ts";
import { devEuiOf, networkFix } from "../lorawan-fix.ts";
import type { Decoded, DecodedRecord } from "../protocol.ts";
import type { PushProtocol, Unpacked } from "../push-protocol.ts";
import { newsOf } from "./downlink-news.ts";
import { readUplink } from "./uplink.ts";

/** LoRaWAN devices on The Things Stack v3. */
export const ttn: PushProtocol = {
  name: "ttn",
  commands: lorawanCommands,

  unpack(body): Unpacked {
    const event = eventIn(body);
    if (!event) return { ok: false, reason: "not a JSON object" };
    const uniqueId = devEuiOf(objectOf(event["end_device_ids"])?.["dev_eui"]);
    if (!uniqueId) return { ok: false, reason: "no DevEUI in end_device_ids" };
    const news = newsOf(event);
    return { ok: true, messages: [{ uniqueId, bytes: body, ...(news && { news }) }] };
  },

  decode(bytes): Decoded {
    const event = eventIn(bytes);
    if (!event) return { ok: false, reason: "not a JSON object" };
    const uplink = objectOf(event["uplink_message"]);
    const solved = objectOf(event["location_solved"]);
    if (uplink) return only(readUplink(uplink, event), "an uplink without a time of reception");
    if (solved) return only(readSolved(solved, event), "a location without a time or place");
    if (WITHOUT_RECORD.some((kind) => kind in event)) return { ok: true, records: [] };
    return { ok: false, reason: "an event of no known kind" };
  },
};

/** What tells of sessions, downlinks and services; `uplink_normalized` repeats an uplink. */
const WITHOUT_RECORD = [
  "join_accept",
  "downlink_queued",
  "downlink_sent",
  "downlink_ack",
  "downlink_nack",
  "downlink_failed",
  "downlink_queue_invalidated",
  "service_data",
  "uplink_normalized",
];

function eventIn(bytes: Buffer): JsonObject | undefined {
  const body = jsonObject(bytes);
  return objectOf(body?.["result"]) ?? body;
}

function only(record: DecodedRecord | undefined, otherwise: string): Decoded {
  return record ? { ok: true, records: [record] } : { ok: false, reason: otherwise };
}

function readSolved(solved: JsonObject, event: JsonObject): DecodedRecord | undefined {
  const time = instantOf(event["received_at"]);
  const location = objectOf(solved["location"]);
  if (!time || !location) return undefined;
  const source = wordsOf(location["source"]);
  const service = wordsOf(solved["service"]);
  const fix = networkFix(time, location, {
    ...(service && { service }),
    ...(source && { source }),
  });
  return { fix, bytes: Buffer.from("location_solved") };
}
