/**
 * Messages to a device, which we bring to Iridium's gateway, and what it says of them at once:
 *
 *   41 header        u32 our message id | IMEI in ASCII | u16 flags
 *   42 payload       1 to 1890 bytes
 *   44 confirmation  u32 our message id | IMEI in ASCII | u32 their reference | i16 status
 */
import { Buffer } from "node:buffer";
import { readElements, split, writeMessage } from "./elements.ts";

const HEADER = 0x41;
const PAYLOAD = 0x42;
const CONFIRMATION = 0x44;
const CONFIRMATION_BYTES = 25;
const ASSIGN_MTMSN = 32;

/** The longest payload a message to a device can have. */
export const LONGEST_PAYLOAD = 1890;

/** A message for a device. */
export interface MobileTerminated {
  /** From 1 to 65535: the gateway is asked to number the message so, as the device will report it. */
  readonly mtmsn: number;
  readonly imei: string;
  readonly payload: Buffer;
}

/** What Iridium's gateway says of a message. */
export interface Confirmation {
  readonly messageId: number;
  readonly imei: string;
  readonly reference: number;
  /** Its place in the device's queue, 0 when there was no payload, or below 0 why it is not taken. */
  readonly status: number;
}

interface Refusal {
  readonly outcome: "failed" | "retry";
  readonly reason: string;
}

const REFUSALS: ReadonlyMap<number, Refusal> = new Map([
  [-1, { outcome: "failed", reason: "the IMEI is not well formed" }],
  [-2, { outcome: "failed", reason: "Iridium does not know the IMEI" }],
  [-3, { outcome: "failed", reason: "the payload is too large" }],
  [-4, { outcome: "failed", reason: "a payload was expected" }],
  [-5, { outcome: "retry", reason: "the device's queue is full: 50 messages wait" }],
  [-6, { outcome: "retry", reason: "Iridium's gateway has no resources now" }],
  [-7, { outcome: "failed", reason: "the message breaks the protocol" }],
  [-8, { outcome: "failed", reason: "ring alerts to the device are turned off" }],
  [-9, { outcome: "failed", reason: "the device is not attached to get ring alerts" }],
  [-10, { outcome: "failed", reason: "Iridium's gateway refuses our address" }],
  [-11, { outcome: "failed", reason: "the message number is out of range" }],
  [-12, { outcome: "failed", reason: "Iridium's gateway refuses our certificate" }],
]);

/** The bytes of a message for a device. */
export function encodeMobileTerminated({ mtmsn, imei, payload }: MobileTerminated): Buffer {
  const header = Buffer.alloc(21);
  header.writeUInt32BE(mtmsn, 0);
  header.write(imei, 4, "latin1");
  header.writeUInt16BE(ASSIGN_MTMSN, 19);
  return writeMessage([
    [HEADER, header],
    [PAYLOAD, payload],
  ]);
}

/** What stands in the gateway's answer so far; undefined until it is whole. */
export function decodeConfirmation(
  received: Buffer,
): Confirmation | { readonly reason: string } | undefined {
  const head = split(received);
  if (head.kind === "incomplete") return undefined;
  if (head.kind === "noise") return { reason: head.reason };
  const elements = readElements(received.subarray(0, head.length));
  if ("reason" in elements) return elements;
  const bytes = elements.get(CONFIRMATION);
  if (bytes?.length !== CONFIRMATION_BYTES) return { reason: "no confirmation" };
  return {
    messageId: bytes.readUInt32BE(0),
    imei: bytes.toString("latin1", 4, 19),
    reference: bytes.readUInt32BE(19),
    status: bytes.readInt16BE(23),
  };
}

/** Why the gateway does not take a message; undefined when it does. */
export function refusalOf(status: number): Refusal | undefined {
  if (status >= 0) return undefined;
  return REFUSALS.get(status) ?? { outcome: "failed", reason: `Iridium refuses it with ${status}` };
}
