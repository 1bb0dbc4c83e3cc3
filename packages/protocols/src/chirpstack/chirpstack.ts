/**
 * ChirpStack version 4, by HTTP integration or MQTT, in its JSON form: one object an event. What
 * kind it is stands in the query (`event=up`) or at the end of the topic, not in the body.
 *
 * From ChirpStack's public documentation of its events.
 */
import type { Buffer } from "node:buffer";
import { jsonObject, objectOf } from "../json-fields.ts";
import { lorawanCommands } from "../lorawan-commands.ts";
import { devEuiOf } from "../lorawan-fix.ts";
import type { Decoded } from "../protocol.ts";
import type { Push, PushProtocol, Unpacked } from "../push-protocol.ts";
import { newsOf } from "./downlink-news.ts";
import { READERS } from "./records.ts";

/** LoRaWAN devices on ChirpStack v4. */
export const chirpstack: PushProtocol = {
  name: "chirpstack",
  commands: lorawanCommands,

  unpack(body, push): Unpacked {
    const event = jsonObject(body);
    if (!event) return { ok: false, reason: notJson(body) };
    const uniqueId = devEuiOf(objectOf(event["deviceInfo"])?.["devEui"]);
    if (!uniqueId) return { ok: false, reason: "no DevEUI in deviceInfo" };
    const context = kindOf(push);
    if (!context) return { ok: false, reason: "neither query nor topic tells the kind of event" };
    const news = newsOf(context, event);
    return { ok: true, messages: [{ uniqueId, bytes: body, context, ...(news && { news }) }] };
  },

  decode(bytes, { context }): Decoded {
    const event = jsonObject(bytes);
    if (!event) return { ok: false, reason: notJson(bytes) };
    const read = READERS.get(context ?? "");
    if (!read) return { ok: false, reason: `an event of no known kind: ${context ?? "not told"}` };
    return read(event);
  },
};

function kindOf({ query }: Push): string | undefined {
  const { event, topic = "" } = query;
  return /^\w{1,40}$/.exec(event ?? "")?.[0] ?? /\/event\/(\w{1,40})$/.exec(topic)?.[1];
}

function notJson(body: Buffer): string {
  const opening = body.subarray(0, 1).toString("latin1");
  return opening === "{" ? "broken JSON" : "not a JSON object; set the integration to JSON";
}
