/**
 * Globalstar simplex devices (SmartOne and relatives), pushed by the back office as XML:
 *
 *   stuMessages messageID   stuMessage: esn, unixTime, gps, payload length source encoding="hex"
 *   prvmsgs prvMessageID    prvmsg: esn, provID
 *
 * or, by some resellers, as JSON: `{"entry": {"devices": [{gpsCoordinate, deviceIdentify, deviceInfo}]}}`.
 * A message is kept as its own part of the body, exactly as it came.
 *
 * From Globalstar's public manuals and schemas.
 */
import { Buffer } from "node:buffer";
import type { XmlElement } from "@rgrove/parse-xml";
import { heardAt } from "../heard-at.ts";
import { jsonObject, objectOf } from "../json-fields.ts";
import { slicesOf } from "../json-slices.ts";
import type { Decoded } from "../protocol.ts";
import type { Push, PushedMessage, PushProtocol, Unpacked } from "../push-protocol.ts";
import { documentIn, isJson } from "../pushed-document.ts";
import { elementsIn, nameOf, ownText, tagOf, textsIn, xmlRoot } from "../xml-elements.ts";
import { answerTo, KINDS } from "./answers.ts";
import { readDevice } from "./json-device.ts";
import { LONGEST_PAYLOAD, readPayload, SHORTEST_PAYLOAD } from "./payload.ts";

const ESN = /^\d-\d{1,10}$/;
const MOST_MESSAGES = 1000;
const SECONDS = /^\d{1,10}$/;

/** Devices that send through Globalstar. */
export const globalstar: PushProtocol = {
  name: "globalstar",

  unpack(body, push): Unpacked {
    const document = documentIn(body);
    return isJson(document) ? unpackJson(document) : unpackXml(document, push);
  },

  refusal(body, { receivedAt }, reason) {
    const document = documentIn(body);
    if (isJson(document)) return undefined;
    const root = xmlRoot(asBytes(document));
    const known = "reason" in root ? undefined : root;
    return answerTo(known, { state: "fail", words: reason, at: receivedAt });
  },

  decode(bytes): Decoded {
    if (isJson(bytes)) return readDevice(bytes);
    const element = xmlRoot(bytes.toString("utf8"));
    if ("reason" in element) return { ok: false, reason: element.reason };
    if (nameOf(element) === "stuMessage") return readMessage(element);
    if (nameOf(element) === "prvmsg") return { ok: true, records: [] };
    return { ok: false, reason: `${tagOf(element)} is no message of a device` };
  },
};

/** One character a byte, so that places in the text are places in the bytes. */
function asBytes(body: Buffer): string {
  return body.toString("latin1");
}

function unpackXml(body: Buffer, { receivedAt }: Push): Unpacked {
  const root = xmlRoot(asBytes(body));
  if ("reason" in root) return { ok: false, reason: root.reason };
  if (!KINDS.has(nameOf(root)))
    return { ok: false, reason: `${tagOf(root)} is neither stuMessages nor prvmsgs` };
  const parts = elementsIn(root);
  const found = messagesOf(
    parts.map((part) => ({
      esn: textsIn(part)["esn"],
      bytes: body.subarray(part.start, part.end),
    })),
  );
  if ("reason" in found) return { ok: false, reason: found.reason };
  const answer = answerTo(root, { state: "pass", words: "Store OK", at: receivedAt });
  return { ok: true, messages: found, answer };
}

function unpackJson(body: Buffer): Unpacked {
  const entry = objectOf(jsonObject(body)?.["entry"]);
  const devices = entry?.["devices"];
  if (!Array.isArray(devices))
    return { ok: false, reason: "neither XML nor JSON with a list entry.devices" };
  const found = messagesOf(
    slicesOf(body.toString("utf8"), "devices", devices).map((slice) => {
      const bytes = Buffer.from(slice);
      return { esn: objectOf(jsonObject(bytes)?.["deviceIdentify"])?.["esn"], bytes };
    }),
  );
  return "reason" in found ? { ok: false, reason: found.reason } : { ok: true, messages: found };
}

interface Part {
  readonly esn: unknown;
  readonly bytes: Buffer;
}

function messagesOf(
  parts: readonly Part[],
): readonly PushedMessage[] | { readonly reason: string } {
  if (parts.length > MOST_MESSAGES)
    return { reason: `at most ${MOST_MESSAGES} messages at once, not ${parts.length}` };
  const messages = parts.flatMap(({ esn, bytes }) =>
    typeof esn === "string" && ESN.test(esn) ? [{ uniqueId: esn, bytes }] : [],
  );
  if (messages.length < parts.length)
    return { reason: "a message without an ESN such as 0-1234567" };
  return messages;
}

function readMessage(message: XmlElement): Decoded {
  const { unixTime = "" } = textsIn(message);
  if (!SECONDS.test(unixTime)) return { ok: false, reason: "unixTime is no time" };
  const [element] = elementsIn(message, "payload");
  if (!element) return { ok: false, reason: "no payload" };
  const payload = bytesOf(element);
  if ("reason" in payload) return { ok: false, reason: payload.reason };
  const fix = { ...heardAt(new Date(Number(unixTime) * 1000), {}), ...readPayload(payload) };
  return { ok: true, records: [{ fix, bytes: payload }] };
}

function bytesOf(element: XmlElement): Buffer | { readonly reason: string } {
  const { encoding = "hex", length } = element.attributes;
  if (encoding !== "hex") return { reason: "a payload encoded otherwise than in hex" };
  const hex = ownText(element).replace(/^0x/i, "");
  if (!/^([0-9a-f]{2})+$/i.test(hex)) return { reason: "a payload that is not hexadecimal" };
  const payload = Buffer.from(hex, "hex");
  if (length !== undefined && Number(length) !== payload.length)
    return { reason: `a payload of ${payload.length} bytes that says it has others` };
  if (payload.length < SHORTEST_PAYLOAD || payload.length > LONGEST_PAYLOAD)
    return {
      reason: `a payload of ${payload.length} bytes, not ${SHORTEST_PAYLOAD} to ${LONGEST_PAYLOAD}`,
    };
  return payload;
}
