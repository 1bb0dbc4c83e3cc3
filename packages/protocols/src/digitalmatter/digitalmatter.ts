/**
 * The HTTP connector of Digital Matter's Device Manager, which brings what trackers sent in JSON and
 * lets a tracker delete what was answered with 200. Two forms, from published tests: one object a
 * tracker with its `Records`, or one object a record with its `device`. A list of either is taken too.
 *
 * A message is kept as its own part of the body, exactly as it came.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import { type JsonObject, jsonObject, objectOf } from "../json-fields.ts";
import { elementsOf } from "../json-slices.ts";
import type { Decoded } from "../protocol.ts";
import type { PushedMessage, PushProtocol, Unpacked } from "../push-protocol.ts";
import { readClassic } from "./classic.ts";
import { readEdge } from "./edge.ts";

const SERIAL_NUMBER = /^[\w.:-]{1,64}$/;
const MOST_MESSAGES = 1000;
const TAKEN = { contentType: "text/plain", body: "OK" };

/** Digital Matter's trackers through the vendor's Device Manager. */
export const digitalmatter: PushProtocol = {
  name: "digitalmatter",

  unpack(body): Unpacked {
    const parts = partsOf(body.toString("utf8").trim());
    if (!parts) return { ok: false, reason: "the body is no JSON that can be read" };
    if (parts.length > MOST_MESSAGES)
      return {
        ok: false,
        reason: `at most ${MOST_MESSAGES} messages at once, not ${parts.length}`,
      };
    const messages: PushedMessage[] = [];
    for (const [index, part] of parts.entries()) {
      const bytes = Buffer.from(part);
      const uniqueId = uniqueIdIn(jsonObject(bytes));
      // What else may be wrong is for the decoder: a refusal would come again and again.
      if (uniqueId === undefined)
        return {
          ok: false,
          reason: `message ${index + 1} has neither an IMEI nor a serial number`,
        };
      messages.push({ uniqueId, bytes });
    }
    return { ok: true, messages, answer: TAKEN };
  },

  decode(bytes): Decoded {
    const object = jsonObject(bytes);
    if (!object) return { ok: false, reason: "not a JSON object" };
    const device = objectOf(object["device"]);
    return device ? readEdge(object, device, bytes) : readClassic(object, bytes);
  },
};

/** The messages in a JSON text, each as it stands there. */
function partsOf(text: string): readonly string[] | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return text.startsWith("[") ? elementsOf(text, 0) : [text];
}

/** The IMEI; the serial number for what has none. */
function uniqueIdIn(object: JsonObject | undefined): string | undefined {
  const device = objectOf(object?.["device"]);
  const imei = plainText(device ? device["imei"] : object?.["IMEI"]);
  if (imei !== undefined && isImei(imei)) return imei;
  const serial = plainText(device ? device["sn"] : object?.["SerNo"]);
  return serial !== undefined && SERIAL_NUMBER.test(serial) ? serial : undefined;
}

function plainText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
