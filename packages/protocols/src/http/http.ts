/**
 * Any phone or script as a tracker, over HTTP. Our own JSON, documented in docs/protocols/http.md,
 * single, in a list or in `{"messages": [...]}`; and what the app OsmAnd and its relatives send: a query
 * or form (id, lat, lon, timestamp, speed in knots ...), or JSON with `location` and `device_id`.
 *
 * A message is kept as its own part of the body, exactly as it came. With `as=payload` the body is
 * whatever it is, for a codec to read.
 */
import { Buffer } from "node:buffer";
import { heardAt } from "../heard-at.ts";
import { jsonObject } from "../json-fields.ts";
import { elementsOf } from "../json-slices.ts";
import type { Decoded, DecodedRecord } from "../protocol.ts";
import type { Push, PushProtocol, Unpacked } from "../push-protocol.ts";
import { readForm } from "./form-fix.ts";
import { readJson } from "./json-fix.ts";

const ID = /^[\w.:@-]{1,64}$/;
const MOST_MESSAGES = 1000;
/** Says in the query, and beside what is kept, that a body is no language of ours. */
const PAYLOAD = "payload";
/** Codecs expect one. */
const PORT_OF_PAYLOADS = 1;

/** Trackers that speak JSON or OsmAnd's form. */
export const http: PushProtocol = {
  name: "http",

  unpack(body, push): Unpacked {
    if (push.query["as"] === PAYLOAD) return unpackPayload(body, push);
    const text = body.toString("utf8").trim();
    if (text.startsWith("{") || text.startsWith("[")) return unpackJson(text);
    const form = text === "" ? new URLSearchParams(push.query).toString() : text;
    return unpackForm(form, push);
  },

  decode(bytes, { receivedAt, context }): Decoded {
    if (context === PAYLOAD) return { ok: true, records: [payloadRecord(bytes, receivedAt)] };
    const object = jsonObject(bytes);
    const read = object
      ? readJson(object)
      : readForm(new URLSearchParams(bytes.toString("utf8")), receivedAt);
    return "reason" in read
      ? { ok: false, reason: read.reason }
      : { ok: true, records: [{ fix: read, bytes }] };
  },
};

function unpackPayload(body: Buffer, { query }: Push): Unpacked {
  const uniqueId = query["id"] ?? "";
  if (!ID.test(uniqueId)) return { ok: false, reason: noId("the query") };
  return { ok: true, messages: [{ uniqueId, bytes: body, context: PAYLOAD }] };
}

/** Nobody else has read it, so what it says is taken as it stands if it is JSON and no codec is there. */
function payloadRecord(bytes: Buffer, receivedAt: Date): DecodedRecord {
  const object = jsonObject(bytes);
  const payload = { bytes, port: PORT_OF_PAYLOADS, ...(object && { object }) };
  return { fix: heardAt(receivedAt, {}), bytes, payload };
}

function unpackForm(form: string, { query }: Push): Unpacked {
  const fields = new URLSearchParams(form);
  const uniqueId = fields.get("id") ?? fields.get("deviceid") ?? query["id"] ?? "";
  if (!ID.test(uniqueId)) return { ok: false, reason: noId("the query or form") };
  return { ok: true, messages: [{ uniqueId, bytes: Buffer.from(form) }] };
}

function unpackJson(text: string): Unpacked {
  const parts = partsOf(text);
  if (!parts) return { ok: false, reason: "the body is no JSON that can be read" };
  if (parts.length > MOST_MESSAGES)
    return { ok: false, reason: `at most ${MOST_MESSAGES} messages at once, not ${parts.length}` };
  const messages = [];
  for (const [index, part] of parts.entries()) {
    const object = jsonObject(Buffer.from(part));
    const uniqueId = object?.["id"] ?? object?.["device_id"] ?? object?.["deviceid"];
    if (!object || (typeof uniqueId !== "string" && typeof uniqueId !== "number"))
      return { ok: false, reason: noId(`message ${index + 1}`) };
    if (!ID.test(String(uniqueId))) return { ok: false, reason: noId(`message ${index + 1}`) };
    // What cannot be read is refused before it is kept as a message of this tracker.
    const read = readJson(object);
    if ("reason" in read) return { ok: false, reason: `message ${index + 1}: ${read.reason}` };
    messages.push({ uniqueId: String(uniqueId), bytes: Buffer.from(part) });
  }
  return { ok: true, messages };
}

/** The messages in a JSON text, each as it stands there. */
function partsOf(text: string): readonly string[] | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  if (text.startsWith("[")) return elementsOf(text, 0);
  const at = /^\{\s*"messages"\s*:\s*\[/.exec(text);
  return at ? elementsOf(text, at[0].length - 1) : [text];
}

function noId(where: string): string {
  return `${where} has no id of 1 to 64 letters, digits, dots, colons, hyphens or underscores`;
}
