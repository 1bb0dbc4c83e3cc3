import type { Fix, Position } from "@zpr/model";
import { heardAt } from "./heard-at.ts";
import { type JsonObject, numberOf } from "./json-fields.ts";

/** How a LoRaWAN network heard an uplink, by the names under which we keep it. */
export interface Reception {
  readonly frameCounter: number;
  readonly framePort: number;
  readonly confirmed: boolean;
  readonly spreadingFactor: number | undefined;
  readonly frequencyHz: number | undefined;
  /** Each gateway's signal: strength in dBm, signal to noise ratio in dB. */
  readonly gateways: readonly { readonly rssi: number; readonly snr: number }[];
}

/** The DevEUI as we write it, or undefined when a value is none. */
export function devEuiOf(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^[0-9a-f]{16}$/i.test(value)) return undefined;
  return value.toUpperCase();
}

/** A reception as attributes of a fix; signal as the gateway that heard it best had it. */
export function receptionAttributes(reception: Reception): Fix["attributes"] {
  const { gateways, spreadingFactor, frequencyHz } = reception;
  const [best] = [...gateways].sort((a, b) => b.rssi - a.rssi);
  return {
    frameCounter: reception.frameCounter,
    framePort: reception.framePort,
    confirmed: reception.confirmed,
    gatewayCount: gateways.length,
    ...(best && { rssi: best.rssi, snr: best.snr }),
    ...(spreadingFactor !== undefined && { spreadingFactor }),
    ...(frequencyHz !== undefined && { frequencyHz }),
  };
}

/** Where a network reckons a device to be. Networks leave out what is zero, but not both coordinates at once. */
export function networkFix(time: Date, location: JsonObject, attributes: Fix["attributes"]): Fix {
  const position = placeOf(location);
  return {
    ...heardAt(time, attributes),
    position,
    quality: position ? "network" : "none",
    altitudeMetres: numberOf(location["altitude"]) ?? null,
    accuracyMetres: numberOf(location["accuracy"]) ?? null,
  };
}

function placeOf({ longitude, latitude }: JsonObject): Position | null {
  if (longitude === undefined && latitude === undefined) return null;
  return [numberOf(longitude ?? 0) ?? 0, numberOf(latitude ?? 0) ?? 0];
}
