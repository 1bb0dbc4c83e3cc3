/**
 * What a device has sent through the satellites, element by element:
 *
 *   01 header    u32 CDR | IMEI in ASCII | u8 session status | u16 MOMSN | u16 MTMSN | u32 unix time
 *   02 payload   what the device's maker chose
 *   03 location  u8 flags (1 west, 2 south) | u8 degrees, u16 thousandths of a minute of latitude
 *                | the same of longitude | u32 radius in km that holds the device four times out of five
 *   05 confirmation, from us: u8 1
 */
import { Buffer } from "node:buffer";
import { isImei, type Position } from "@zpr/model";
import { readElements, writeMessage } from "./elements.ts";

const HEADER = 0x01;
const PAYLOAD = 0x02;
const LOCATION = 0x03;
const CONFIRMATION = 0x05;
const HEADER_BYTES = 28;
const LOCATION_BYTES = 11;
const WEST = 1;
const SOUTH = 2;
/** The session went well, but where the device was could not be told well enough. */
const BAD_LOCATION = 2;

/** A message of a device. */
export interface MobileOriginated {
  /** Tells it from all others: charging reference, device, sequence numbers and time of its session. */
  readonly header: Buffer;
  readonly cdr: number;
  readonly imei: string;
  readonly status: number;
  readonly momsn: number;
  readonly mtmsn: number;
  readonly time: Date;
  readonly payload: Buffer | undefined;
  readonly location: NetworkLocation | undefined;
}

/** Where the network reckons the device to be. */
export interface NetworkLocation {
  readonly position: Position;
  readonly accuracyMetres: number;
  /** False when the network itself says that it is not to be relied on. */
  readonly isGood: boolean;
}

/** Says that a message has been taken. */
export const CONFIRMED = writeMessage([[CONFIRMATION, Buffer.from([1])]]);

/** The parts of a whole message, or why it cannot be read. */
export function readMobileOriginated(
  message: Buffer,
): MobileOriginated | { readonly reason: string } {
  const elements = readElements(message);
  if ("reason" in elements) return elements;
  const header = elements.get(HEADER);
  if (header?.length !== HEADER_BYTES) return { reason: "no header of a device's message" };
  const imei = header.toString("latin1", 4, 19);
  if (!isImei(imei)) return { reason: "no IMEI" };
  const status = header.readUInt8(19);
  return {
    header,
    cdr: header.readUInt32BE(0),
    imei,
    status,
    momsn: header.readUInt16BE(20),
    mtmsn: header.readUInt16BE(22),
    time: new Date(header.readUInt32BE(24) * 1000),
    payload: elements.get(PAYLOAD),
    location: readLocation(elements.get(LOCATION), status !== BAD_LOCATION),
  };
}

function readLocation(bytes: Buffer | undefined, isGood: boolean): NetworkLocation | undefined {
  if (bytes?.length !== LOCATION_BYTES) return undefined;
  const flags = bytes.readUInt8(0);
  const latitude = degreesAt(bytes, 1) * (flags & SOUTH ? -1 : 1);
  const longitude = degreesAt(bytes, 4) * (flags & WEST ? -1 : 1);
  return {
    position: [longitude, latitude],
    accuracyMetres: bytes.readUInt32BE(7) * 1000,
    isGood,
  };
}

function degreesAt(bytes: Buffer, at: number): number {
  return bytes.readUInt8(at) + bytes.readUInt16BE(at + 1) / 60_000;
}
