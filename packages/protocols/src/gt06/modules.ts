/**
 * The modular message 0x70: any number of (u16 id | u16 length | value). A value is one thing the
 * tracker knows; which of them come is up to its firmware. 0x37 has the same with a u8 length.
 */
import { emptyFix, type Fix } from "@zpr/model";
import { type Attributes, both, type Told } from "../told.ts";
import { MIDDLE, NARROW } from "./cells.ts";
import { ContentReader } from "./content-reader.ts";
import { readPlace } from "./gps-block.ts";

const REPORT_TIME = 0x2c;
const GPS = 0x33;

type ModuleReader = (value: ContentReader) => Told;

const attribute =
  (name: string, read: (value: ContentReader) => Attributes[string]): ModuleReader =>
  (value) => ({ attributes: { [name]: read(value) } });

const MODULES: ReadonlyMap<number, ModuleReader> = new Map<number, ModuleReader>([
  [0x03, attribute("iccid", (value) => value.hex(10))],
  [0x09, (value) => ({ satellites: value.unsigned(1) })],
  [0x0a, attribute("satellitesInView", (value) => value.unsigned(1))],
  [0x11, readCellModule],
  [0x18, (value) => ({ batteryVolts: value.unsigned(2) / 100 })],
  [0x27, attribute("externalMillivolts", (value) => value.unsigned(2) * 10)],
  [0x28, (value) => ({ hdop: value.unsigned(1) / 10 })],
  [0x29, attribute("index", (value) => value.unsigned(4))],
  [0x2b, attribute("reason", (value) => value.unsigned(1))],
  [0x2e, attribute("odometerMetres", (value) => value.unsigned(4))],
  [0x3b, (value) => ({ accuracyMetres: value.unsigned(2) / 100 })],
  [0x6a, (value) => ({ batteryPercent: value.unsigned(1) })],
  [GPS, readGpsModule],
]);

/** Reads a modular message; null when no module of it tells a time. */
export function readModular(reader: ContentReader): Fix | null {
  let told: Told = {};
  let reportTime: Date | undefined;
  while (reader.left > 0) {
    const id = reader.unsigned(2);
    const value = new ContentReader(reader.bytes(reader.unsigned(2)));
    if (id === REPORT_TIME) reportTime = new Date(value.unsigned(4) * 1000);
    else told = both(told, readModule(id, value));
  }
  const time = told.time ?? reportTime;
  return time ? { ...emptyFix(time), ...told } : null;
}

/** Reads the modules behind a location, with lengths of one byte. */
export function readShortModules(reader: ContentReader): Told {
  let told: Told = {};
  while (reader.left >= 3) {
    const id = reader.unsigned(2);
    told = both(told, readModule(id, new ContentReader(reader.bytes(reader.unsigned(1)))));
  }
  return told;
}

function readModule(id: number, value: ContentReader): Told {
  const read = MODULES.get(id);
  if (read) return read(value);
  const name = `module0x${id.toString(16).padStart(2, "0")}`;
  return { attributes: { [name]: value.hex(value.left) } };
}

function readCellModule(value: ContentReader): Told {
  const mobileCountryCode = value.unsigned(2);
  const mobileNetworkCode = value.unsigned(2);
  const sizes = value.left > NARROW.lac + NARROW.cell + 1 ? MIDDLE : NARROW;
  const locationAreaCode = value.unsigned(sizes.lac);
  const cellId = value.unsigned(sizes.cell);
  const signalDbm = -value.unsigned(1);
  const network = { mobileCountryCode, mobileNetworkCode };
  return cellId === 0 ? {} : { attributes: { ...network, locationAreaCode, cellId, signalDbm } };
}

/** u32 seconds since 1970 | u8 satellites | i16 altitude m | latitude to flags as in a GPS block. */
function readGpsModule(value: ContentReader): Told {
  const time = new Date(value.unsigned(4) * 1000);
  const satellites = value.unsigned(1);
  const altitudeMetres = value.signed(2);
  return { time, satellites, altitudeMetres, ...readPlace(value) };
}
