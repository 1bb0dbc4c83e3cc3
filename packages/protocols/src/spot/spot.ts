/**
 * SPOT messengers and trackers (SPOT Trace and relatives), pushed by the Data Push service as
 * `messageList` or read from a public feed as `feedMessageResponse`, in XML or JSON. Both hold
 * messages of the same form but for some names. A message is kept as its own part of the body,
 * exactly as it came; in JSON it may also stand alone.
 *
 * From SPOT's public description of its feed and the published schema of its messages.
 */
import { Buffer } from "node:buffer";
import type { XmlElement } from "@rgrove/parse-xml";
import { type JsonObject, jsonObject, objectOf } from "../json-fields.ts";
import { slicesOf } from "../json-slices.ts";
import type { Decoded } from "../protocol.ts";
import type { PushedMessage, PushProtocol, Unpacked } from "../push-protocol.ts";
import { documentIn, isJson } from "../pushed-document.ts";
import { elementsIn, nameOf, tagOf, textsIn, xmlRoot } from "../xml-elements.ts";
import { esnOf, readMessage } from "./message.ts";

const MOST_MESSAGES = 1000;
/** What lies between the root and its messages, in a feed and in a push. */
const WAYS = [
  ["response", "feedMessageResponse", "messages"],
  ["feedMessageResponse", "messages"],
  ["messageList"],
];

/** Devices of SPOT. */
export const spot: PushProtocol = {
  name: "spot",

  unpack(body): Unpacked {
    const document = documentIn(body);
    const parts = isJson(document) ? partsOfJson(document) : partsOfXml(document);
    if ("reason" in parts) return { ok: false, reason: parts.reason };
    if (parts.length > MOST_MESSAGES)
      return {
        ok: false,
        reason: `at most ${MOST_MESSAGES} messages at once, not ${parts.length}`,
      };
    const messages = parts.flatMap(namedOf);
    if (messages.length < parts.length)
      return { ok: false, reason: "a message without an ESN such as 0-1234567" };
    return { ok: true, messages, answer: { contentType: "text/plain; charset=utf-8", body: "" } };
  },

  decode(bytes): Decoded {
    if (isJson(bytes)) {
      const object = jsonObject(bytes);
      return object ? readMessage(object) : { ok: false, reason: "broken JSON" };
    }
    const element = xmlRoot(bytes.toString("utf8"));
    return "reason" in element
      ? { ok: false, reason: element.reason }
      : readMessage(textsIn(element));
  },
};

interface Part {
  readonly fields: JsonObject;
  readonly bytes: Buffer;
}

type Parts = readonly Part[] | { readonly reason: string };

function namedOf({ fields, bytes }: Part): readonly PushedMessage[] {
  const uniqueId = esnOf(fields);
  return uniqueId === undefined ? [] : [{ uniqueId, bytes }];
}

/** Read with one character a byte, so that places in the text are places in the bytes. */
function partsOfXml(body: Buffer): Parts {
  const root = xmlRoot(body.toString("latin1"));
  if ("reason" in root) return root;
  const list = WAYS.filter(([first]) => first === nameOf(root))
    .map(([, ...way]) => followed(root, way))
    .find((one) => one !== undefined);
  if (!list) return { reason: `${tagOf(root)} holds no list of messages` };
  return elementsIn(list, "message").map((element) => ({
    fields: textsIn(element),
    bytes: body.subarray(element.start, element.end),
  }));
}

function followed(from: XmlElement, way: readonly string[]): XmlElement | undefined {
  return way.reduce<XmlElement | undefined>(
    (element, name) => element && elementsIn(element, name)[0],
    from,
  );
}

function partsOfJson(body: Buffer): Parts {
  const object = jsonObject(body);
  if (!object) return { reason: "broken JSON" };
  if (esnOf(object)) return [{ fields: object, bytes: body }];
  const list = WAYS.map((way) => walked(object, way)).find((one) => one !== undefined);
  if (!list) return { reason: "JSON that holds no list of messages" };
  const messages = list["message"];
  if (messages === undefined) return [];
  return slicesOf(body.toString("utf8"), "message", messages).map((slice) => {
    const bytes = Buffer.from(slice);
    return { fields: jsonObject(bytes) ?? {}, bytes };
  });
}

function walked(from: JsonObject, way: readonly string[]): JsonObject | undefined {
  return way.reduce<JsonObject | undefined>((object, name) => objectOf(object?.[name]), from);
}
