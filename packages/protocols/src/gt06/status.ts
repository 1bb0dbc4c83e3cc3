import type { Attributes, Told } from "../told.ts";
import type { ContentReader } from "./content-reader.ts";

const ALARMS: ReadonlyMap<number, string> = new Map([
  [0x01, "sos"],
  [0x02, "power-cut"],
  [0x03, "vibration"],
  [0x04, "geofence-enter"],
  [0x05, "geofence-exit"],
  [0x06, "overspeed"],
  [0x09, "displacement"],
  [0x0a, "gps-blind-enter"],
  [0x0b, "gps-blind-exit"],
  [0x0c, "power-on"],
  [0x0d, "gps-first-fix"],
  [0x0e, "external-power-low"],
  [0x0f, "external-power-protection"],
  [0x10, "sim-changed"],
  [0x11, "power-off"],
  [0x12, "flight-mode"],
  [0x13, "tampering"],
  [0x14, "door"],
  [0x15, "power-off-low-battery"],
  [0x16, "sound"],
  [0x17, "false-base-station"],
  [0x18, "cover-opened"],
  [0x19, "low-battery"],
  [0x20, "deep-sleep"],
  [0x23, "fall"],
  [0x29, "acceleration"],
  [0x2a, "turn-left"],
  [0x2b, "turn-right"],
  [0x2c, "collision"],
  [0x30, "braking"],
  [0xfe, "ignition-on"],
  [0xff, "ignition-off"],
]);

/** What bits 3 to 5 of the status say, on trackers that leave the alarm byte at 0. */
const STATUS_ALARMS: readonly (string | undefined)[] = [
  undefined,
  "vibration",
  "power-cut",
  "low-battery",
  "sos",
  undefined,
  "geofence",
  "tampering",
];

/** The steps from empty to full; above them the same byte is a percentage on newer models. */
const FULL_LEVEL = 6;

/** Reads the status of an alarm: u8 status, u8 voltage level, u8 GSM signal, u8 alarm, u8 language. */
export function readStatus(reader: ContentReader): Told {
  const status = reader.unsigned(1);
  const level = reader.unsigned(1);
  const gsmSignal = reader.unsigned(1);
  const alarm = reader.left > 0 ? reader.unsigned(1) : 0;
  const language = reader.left > 0 ? reader.unsigned(1) : 0;
  const name = alarm === 0 ? STATUS_ALARMS[(status >> 3) & 7] : nameOf(alarm);
  const attributes: Attributes = {
    armed: (status & 1) !== 0,
    ignition: (status & 2) !== 0,
    charging: (status & 4) !== 0,
    gpsTracking: (status & 64) !== 0,
    cutOff: (status & 128) !== 0,
    ...(level <= FULL_LEVEL && { voltageLevel: level }),
    gsmSignal,
    ...(name && { alarm: name }),
    ...(language && { language }),
  };
  return level > FULL_LEVEL && level <= 100
    ? { batteryPercent: level, attributes }
    : { attributes };
}

function nameOf(alarm: number): string {
  return ALARMS.get(alarm) ?? `0x${alarm.toString(16).padStart(2, "0")}`;
}
