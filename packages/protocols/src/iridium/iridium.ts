import { emptyFix, type Fix } from "@zpr/model";
import type { DecodedRecord, Protocol } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import { answerIn, iridiumCommands } from "./commands.ts";
import { split } from "./elements.ts";
import {
  CONFIRMED,
  type MobileOriginated,
  type NetworkLocation,
  readMobileOriginated,
} from "./mobile-originated.ts";
import { hasCodec, type ReadPayload, readPayload } from "./payload-layout.ts";

/** Short Burst Data of Iridium by DirectIP: the network's gateway calls with one message of one device. */
export const iridium: Protocol = {
  name: "iridium",
  port: 10_800,
  transports: ["tcp"],
  needsSettings: true,
  split,
  commands: iridiumCommands,

  understand(bytes) {
    const message = readMobileOriginated(bytes);
    if ("reason" in message) return { kind: "keep-corrupt", reply: null, reason: message.reason };
    const answer = answerIn(message);
    // Only some accounts expect the confirmation; the others' side has closed and never reads it.
    return {
      kind: "keep",
      uniqueId: message.imei,
      records: 1,
      reply: CONFIRMED,
      ...(answer && { answer }),
    };
  },

  decode(bytes, { settings }) {
    const message = readMobileOriginated(bytes);
    if ("reason" in message) return { ok: false, reason: message.reason };
    return { ok: true, records: [recordOf(message, settings)] };
  },
};

function recordOf(message: MobileOriginated, settings: Settings): DecodedRecord {
  const { header: bytes, payload } = message;
  const read = payload && readPayload(payload, settings, message.time);
  const fix = read?.ok ? withPayload(message, read) : bySession(message, read);
  return payload && hasCodec(settings)
    ? { fix, bytes, payload: { bytes: payload, port: 0 } }
    : { fix, bytes };
}

/** What the device says counts more than what the network reckons, unless it does not know where it is. */
function withPayload(message: MobileOriginated, { fix, rest }: ReadPayload & { ok: true }): Fix {
  const attributes = {
    ...sessionAttributes(message),
    ...fix.attributes,
    ...(rest.length > 0 && { payloadRest: rest.toString("hex") }),
  };
  const { location } = message;
  if (fix.position === null && location?.isGood)
    return { ...fix, ...networkPlace(location), attributes };
  return { ...fix, attributes: { ...attributes, ...(location && networkAttributes(location)) } };
}

/** Without a layout the payload is kept as it is, and the time and place are the network's. */
function bySession(message: MobileOriginated, read: ReadPayload | undefined): Fix {
  const { location, payload, time } = message;
  return {
    ...emptyFix(time),
    ...(location?.isGood && networkPlace(location)),
    attributes: {
      ...sessionAttributes(message),
      ...(payload && { payload: payload.toString("hex") }),
      ...(read?.ok === false && { payloadProblem: read.reason }),
      ...(location && !location.isGood && networkAttributes(location)),
    },
  };
}

function sessionAttributes({ cdr, status, momsn, mtmsn }: MobileOriginated): Fix["attributes"] {
  return { cdrReference: cdr, sessionStatus: status, momsn, ...(mtmsn > 0 && { mtmsn }) };
}

function networkPlace({ position, accuracyMetres }: NetworkLocation) {
  return { position, accuracyMetres, quality: "network" } as const;
}

function networkAttributes({ position, accuracyMetres }: NetworkLocation): Fix["attributes"] {
  const [networkLongitude, networkLatitude] = position;
  return { networkLongitude, networkLatitude, networkAccuracyMetres: accuracyMetres };
}
