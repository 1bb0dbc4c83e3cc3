/**
 * What a SmartOne and its relatives say, from Globalstar's public user manuals. The lowest two bits
 * of the first byte are the type of the message:
 *
 *   0 standard   u8 status | i24 latitude | i24 longitude | u8 inputs, kind | u8 motion
 *   1 truncated  u8 the user's | i24 latitude | i24 longitude | the user's
 *   2 raw        all the user's
 *   3 others     u8 kind in the upper six bits, then by kind
 *
 * A coordinate is a share of 90 or 180 degrees, of which 2^23 make the whole; big-endian.
 */
import type { Buffer } from "node:buffer";
import type { Fix, Position } from "@zpr/model";

/** All that a payload can tell of a fix. */
export type Told = Pick<Fix, "position" | "quality" | "attributes">;

/** A packet; longer messages are several of them, put together by the ground station. */
export const SHORTEST_PAYLOAD = 9;
export const LONGEST_PAYLOAD = 16 * SHORTEST_PAYLOAD;
const WHOLE = 2 ** 23;
const LATITUDE_AT = 1;
const LONGITUDE_AT = 4;
const COORDINATE_BYTES = 3;
const INTERVAL_SECONDS = 5;

/** Kinds of standard messages. What others have in place of coordinates is not published. */
const STANDARD = [
  "location",
  "turned-on",
  "left-area",
  "input-changed",
  "undesired-input",
  "re-centred",
];

/** Kinds of other messages that have the form of a diagnosis. */
const DIAGNOSES: ReadonlyMap<number, string> = new Map([
  [21, "diagnosis"],
  [22, "replace-battery"],
  [23, "contact-provider"],
]);
const COUNTS = 24;

/** What a payload of at least nine bytes says. */
export function readPayload(payload: Buffer): Told {
  const first = payload.readUInt8(0);
  switch (first & 3) {
    case 0:
      return readStandard(payload);
    case 1:
      return { ...placed(placeIn(payload)), attributes: kept("truncated", payload) };
    case 2:
      return { ...NOWHERE, attributes: kept("raw", payload) };
    default:
      return { ...NOWHERE, attributes: readOther(payload, first >> 2) };
  }
}

const NOWHERE = { position: null, quality: "none" } as const;

function readStandard(payload: Buffer): Told {
  const status = bitsOf(payload.readUInt8(0));
  const inputs = payload.readUInt8(7);
  const kind = STANDARD[inputs >> 4];
  const batteryLow = status(2);
  if (kind === undefined)
    return { ...NOWHERE, attributes: { ...kept(`standard-${inputs >> 4}`, payload), batteryLow } };
  return {
    ...placed(status(3) ? null : placeIn(payload)),
    attributes: {
      messageType: kind,
      batteryLow,
      gpsFailed: status(3),
      missedInput1: status(4),
      missedInput2: status(5),
      gpsFailures: payload.readUInt8(0) >> 6,
      ...inputsOf(bitsOf(inputs)),
      ...motionOf(bitsOf(payload.readUInt8(8))),
    },
  };
}

type Bits = (bit: number) => boolean;

function inputsOf(bit: Bits): Fix["attributes"] {
  return {
    input1Triggered: bit(0),
    input1Open: bit(1),
    input2Triggered: bit(2),
    input2Open: bit(3),
  };
}

function motionOf(bit: Bits): Fix["attributes"] {
  return {
    vibrationTriggered: bit(3),
    vibrating: bit(4),
    twoDimensional: bit(5),
    moving: bit(6),
    reducedAccuracy: bit(7),
  };
}

function readOther(payload: Buffer, kind: number): Fix["attributes"] {
  const name = DIAGNOSES.get(kind);
  if (!name) return kept(kind === COUNTS ? "counts" : `other-${kind}`, payload);
  const state = payload.readUInt8(1);
  const bit = bitsOf(state);
  return {
    messageType: name,
    transmissionsPerMessage: state & 15,
    batteryLow: bit(4),
    gpsFault: bit(5),
    transmitterFault: bit(6),
    schedulerFault: bit(7),
    minimumIntervalSeconds: payload.readUInt8(2) * INTERVAL_SECONDS,
    maximumIntervalSeconds: payload.readUInt8(3) * INTERVAL_SECONDS,
    gpsSearchSeconds: payload.readUInt8(4),
    gpsFailures: payload.readUInt16BE(5),
    transmissions: payload.readUInt16BE(7),
  };
}

function kept(messageType: string, payload: Buffer): Fix["attributes"] {
  return { messageType, payload: payload.toString("hex") };
}

function placed(position: Position | null): Pick<Told, "position" | "quality"> {
  return position ? { position, quality: "valid" } : NOWHERE;
}

/** Nothing is known where all bits are set, nor at 0, 0. */
function placeIn(payload: Buffer): Position | null {
  const latitude = payload.readIntBE(LATITUDE_AT, COORDINATE_BYTES);
  const longitude = payload.readIntBE(LONGITUDE_AT, COORDINATE_BYTES);
  if (latitude === longitude && (latitude === -1 || latitude === 0)) return null;
  return [(longitude * 180) / WHOLE, (latitude * 90) / WHOLE];
}

function bitsOf(byte: number): Bits {
  return (bit) => ((byte >> bit) & 1) === 1;
}
