import { Buffer } from "node:buffer";
import { heardAt } from "../heard-at.ts";
import {
  instantOf,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  wordsOf,
} from "../json-fields.ts";
import { networkFix, receptionAttributes } from "../lorawan-fix.ts";
import type { Decoded, DecodedRecord } from "../protocol.ts";

type Reader = (event: JsonObject) => Decoded;

const nothing: Reader = () => ({ ok: true, records: [] });

/** What reads each kind of event. */
export const READERS: ReadonlyMap<string, Reader> = new Map([
  ["up", timed(readUp)],
  ["status", timed(readStatus)],
  ["location", timed(readLocation)],
  ["join", nothing],
  ["ack", nothing],
  ["txack", nothing],
  ["log", nothing],
  ["integration", nothing],
]);

function timed(read: (event: JsonObject, time: Date) => DecodedRecord | undefined): Reader {
  return (event) => {
    const time = instantOf(event["time"]);
    if (!time) return { ok: false, reason: "an event without a time" };
    const record = read(event, time);
    if (!record) return { ok: false, reason: "an event without what it is about" };
    return { ok: true, records: [record] };
  };
}

/**
 * The text of its payload is what tells an uplink from others at its time, however it was
 * delivered. Other events are told apart by the name of the member that only their kind has.
 */
function readUp(event: JsonObject, time: Date): DecodedRecord {
  const data = textOf(event["data"]);
  const port = numberOf(event["fPort"]) ?? 0;
  const object = objectOf(event["object"]);
  const fix = heardAt(time, attributesOf(event, port));
  const bytes = Buffer.from(data ?? String(event["time"]));
  if (data === undefined) return { fix, bytes };
  const payload = { bytes: Buffer.from(data, "base64"), port, ...(object && { object }) };
  return { fix, bytes, payload };
}

function attributesOf(event: JsonObject, framePort: number) {
  const txInfo = objectOf(event["txInfo"]);
  const lora = objectOf(objectOf(txInfo?.["modulation"])?.["lora"]);
  return receptionAttributes({
    frameCounter: numberOf(event["fCnt"]) ?? 0,
    framePort,
    confirmed: event["confirmed"] === true,
    spreadingFactor: numberOf(lora?.["spreadingFactor"]),
    frequencyHz: numberOf(txInfo?.["frequency"]),
    gateways: objectsOf(event["rxInfo"]).map(({ rssi, snr }) => ({
      rssi: numberOf(rssi) ?? 0,
      snr: numberOf(snr) ?? 0,
    })),
  });
}

/** A device's answer to the network's question for its status: battery and margin of the last downlink. */
function readStatus(event: JsonObject, time: Date): DecodedRecord {
  const external = event["externalPowerSource"] === true;
  const untold = external || event["batteryLevelUnavailable"] === true;
  const fix = {
    ...heardAt(time, {
      linkMarginDecibels: numberOf(event["margin"]) ?? 0,
      ...(external && { externalPower: true }),
    }),
    batteryPercent: untold ? null : (numberOf(event["batteryLevel"]) ?? 0),
  };
  return { fix, bytes: Buffer.from("margin") };
}

function readLocation(event: JsonObject, time: Date): DecodedRecord | undefined {
  const location = objectOf(event["location"]);
  if (!location) return undefined;
  const source = wordsOf(location["source"]);
  const fix = networkFix(time, location, { ...(source && { source }) });
  return { fix, bytes: Buffer.from("location") };
}
