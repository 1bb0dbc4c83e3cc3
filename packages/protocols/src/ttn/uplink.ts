import { Buffer } from "node:buffer";
import { heardAt } from "../heard-at.ts";
import {
  instantOf,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
} from "../json-fields.ts";
import { receptionAttributes } from "../lorawan-fix.ts";
import type { DecodedRecord } from "../protocol.ts";

/**
 * The record of an uplink, at the time the network server received it. The text of its payload is
 * what tells it from others at that time: that and the time are the same however it was delivered.
 */
export function readUplink(uplink: JsonObject, event: JsonObject): DecodedRecord | undefined {
  const receivedAt = uplink["received_at"] ?? event["received_at"];
  const time = instantOf(receivedAt);
  if (!time) return undefined;
  const frmPayload = textOf(uplink["frm_payload"]);
  const framePort = numberOf(uplink["f_port"]) ?? 0;
  const object = objectOf(uplink["decoded_payload"]);
  const battery = objectOf(uplink["last_battery_percentage"]);
  const fix = {
    ...heardAt(time, attributesOf(uplink, framePort, event["simulated"] === true)),
    batteryPercent: battery ? (numberOf(battery["value"] ?? 0) ?? null) : null,
  };
  const bytes = Buffer.from(frmPayload ?? String(receivedAt));
  if (frmPayload === undefined) return { fix, bytes };
  const payload = {
    bytes: Buffer.from(frmPayload, "base64"),
    port: framePort,
    ...(object && { object }),
  };
  return { fix, bytes, payload };
}

function attributesOf(uplink: JsonObject, framePort: number, simulated: boolean) {
  const settings = objectOf(uplink["settings"]);
  const lora = objectOf(objectOf(settings?.["data_rate"])?.["lora"]);
  return {
    ...receptionAttributes({
      frameCounter: numberOf(uplink["f_cnt"]) ?? 0,
      framePort,
      confirmed: uplink["confirmed"] === true,
      spreadingFactor: numberOf(lora?.["spreading_factor"]),
      frequencyHz: numberOf(settings?.["frequency"]),
      gateways: objectsOf(uplink["rx_metadata"]).map(({ rssi, snr }) => ({
        rssi: numberOf(rssi) ?? 0,
        snr: numberOf(snr) ?? 0,
      })),
    }),
    ...(simulated && { simulated }),
  };
}
