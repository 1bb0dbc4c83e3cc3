/**
 * What a tracker says first, from published decoders and captures:
 *
 *   u32 serial number | 16 bytes IMEI | 21 bytes ICCID | u8 product | u8 hardware | u8 major, u8 minor firmware | u32 flags
 *
 * Both texts end with 0. A form of 51 bytes has six of flags, and gets a shorter answer.
 */
import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import type { Meaning } from "../protocol.ts";
import type { Attributes } from "../told.ts";
import { frameOf, HELLO_RESPONSE, secondsOf } from "./frame.ts";

const IMEI_AT = 4;
const ICCID_AT = 20;
const PRODUCT_AT = 41;
const FLAGS_AT = 45;
const OLD_BYTES = 51;
const OLD_ANSWER_BYTES = 5;
const ANSWER_BYTES = 8;

/** A hello as a login; what it says of the tracker is left for the decoder of all that follows. */
export function login(payload: Buffer, now: Date): Meaning {
  const uniqueId = payload.toString("latin1", IMEI_AT, ICCID_AT).replace(/\0.*$/s, "");
  if (!isImei(uniqueId))
    return {
      kind: "refuse",
      reply: null,
      reason: `hello from ${JSON.stringify(uniqueId)}, which is no IMEI`,
    };
  const reply = frameOf(HELLO_RESPONSE, answerTo(payload, now));
  return { kind: "login", uniqueId, context: contextIn(payload), keep: true, reply };
}

/** The tracker of a connection as attributes of each of its records, from what its hello has left. */
export function trackerIn(context: string | null): Attributes {
  const [, serial, firmware] = /^(\d+)(?: ([\d.]+))?$/.exec(context ?? "") ?? [];
  return {
    ...(serial && { serialNumber: Number(serial) }),
    ...(firmware && { firmware }),
  };
}

/** The serial number, and the firmware as the vendor writes it: product, hardware, major, minor. */
function contextIn(payload: Buffer): string {
  const serial = payload.readUInt32LE(0);
  const versions = payload.subarray(PRODUCT_AT, FLAGS_AT);
  return versions.length < FLAGS_AT - PRODUCT_AT
    ? `${serial}`
    : `${serial} ${[...versions].join(".")}`;
}

/** The time and flags, of which 0 means welcome. */
function answerTo(payload: Buffer, now: Date): Buffer {
  if (payload.length === OLD_BYTES) return Buffer.alloc(OLD_ANSWER_BYTES);
  const answer = Buffer.alloc(ANSWER_BYTES);
  answer.writeUInt32LE(secondsOf(now));
  return answer;
}
