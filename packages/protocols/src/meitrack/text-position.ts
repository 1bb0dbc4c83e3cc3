/**
 * Positions in words, from the vendor's public protocol documents:
 *
 *   AAA,event,latitude,longitude,yymmddhhmmss,A|V,satellites,GSM,km/h,heading,HDOP,altitude,odometer m,
 *   run time s,MCC|MNC|LAC|cell,ports,AD1|AD2|AD3|battery|external,event's own,,version,fuel,temperatures ...
 */
import type { Buffer } from "node:buffer";
import type { Fix, Position } from "@zpr/model";
import { qualityOf } from "./parameters.ts";

type Attributes = Record<string, number | string>;

/** Event of the position that answers command A10. */
export const ASKED_FOR = 34;

const CELL_NAMES = [
  "mobileCountryCode",
  "mobileNetworkCode",
  "locationAreaCode",
  "cellId",
] as const;
const TEMPERATURES_AT = 21;

/** The event of an AAA frame. */
export function eventOf(body: Buffer): number {
  return Number(body.toString("latin1").split(",", 2)[1]);
}

/** The fix in the body of an AAA frame; a RangeError when it is none. */
export function readText(body: Buffer): Fix {
  const fields = body.toString("latin1").split(",");
  // Some firmware has one more number before the event.
  if (!fields[2]?.includes(".") && fields[3]?.includes(".")) fields.splice(1, 1);
  const time = timeOf(fields[4] ?? "");
  const numberAt = (at: number) => numberIn(fields[at]);
  const isValid = fields[5] === "A";
  const position = positionOf(numberAt(3), numberAt(2), isValid);
  const speed = numberAt(8);
  const { batteryVolts, ...analog } = analogOf(fields[16] ?? "");
  return {
    time,
    position,
    quality: qualityOf(position, isValid),
    altitudeMetres: numberAt(11),
    speedMetresPerSecond: speed === null ? null : speed / 3.6,
    headingDegrees: numberAt(9),
    satellites: numberAt(6),
    hdop: numberAt(10),
    accuracyMetres: null,
    batteryVolts,
    batteryPercent: null,
    attributes: {
      ...withNumbers([
        ["reason", numberAt(1)],
        ["gsmSignal", numberAt(7)],
        ["odometerMetres", numberAt(12)],
        ["runTimeSeconds", numberAt(13)],
      ]),
      ...cellOf(fields[14] ?? ""),
      ...(fields[15] && { ports: fields[15] }),
      ...analog.attributes,
      ...restOf(fields),
    },
  };
}

function timeOf(text: string): Date {
  const [year, month, day, hour, minute, second] = text.match(/\d\d/g) ?? [];
  const time = new Date(`20${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!/^\d{12}$/.test(text) || Number.isNaN(time.getTime()))
    throw new RangeError("a position has no time");
  return time;
}

function numberIn(text: string | undefined): number | null {
  return text && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function positionOf(
  longitude: number | null,
  latitude: number | null,
  isValid: boolean,
): Position | null {
  if (longitude === null || latitude === null) return null;
  return isValid || longitude !== 0 || latitude !== 0 ? [longitude, latitude] : null;
}

function withNumbers(pairs: readonly (readonly [string, number | null])[]): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of pairs) if (value !== null) attributes[name] = value;
  return attributes;
}

function hexIn(text: string | undefined): number | null {
  return text && /^[0-9A-Fa-f]{1,8}$/.test(text) ? Number.parseInt(text, 16) : null;
}

function cellOf(text: string): Attributes {
  const [country, network, area, cell] = text.split("|");
  if (!Number(country)) return {};
  const values = [numberIn(country), numberIn(network), hexIn(area), hexIn(cell)];
  return withNumbers(CELL_NAMES.map((name, at) => [name, values[at] ?? null]));
}

interface Analog {
  readonly batteryVolts: number | null;
  readonly attributes: Attributes;
}

/** Newer firmware writes volts; older the converter's number, of which AD4 is the battery and AD5 the supply. */
function analogOf(text: string): Analog {
  return text.includes(".") ? inVolts(text.split("|")) : inSteps(text.split("|"));
}

function inVolts(values: readonly string[]): Analog {
  const [battery = null, supply = null, ...others] = values.map(numberIn);
  return {
    batteryVolts: battery,
    attributes: withNumbers([
      ["externalMillivolts", supply === null ? null : Math.round(supply * 1000)],
      ...others.map((volts, at) => [`analog${at + 3}Volts`, volts] as const),
    ]),
  };
}

function inSteps(values: readonly string[]): Analog {
  const [first = null, second = null, third = null, battery = null, supply = null] =
    values.map(hexIn);
  const scale = scaleOf(battery ?? 0);
  return {
    batteryVolts: battery && scale ? rounded(battery * scale.battery) : null,
    attributes: withNumbers([
      ["analog1", first],
      ["analog2", second],
      ["analog3", third],
      ["batteryReading", battery],
      ["externalReading", supply],
      ["externalMillivolts", supply && scale ? Math.round(supply * scale.external * 1000) : null],
    ]),
  };
}

/**
 * Models differ in what one step of their converter means, and a frame does not name its model. A
 * lithium cell has 2.5 to 4.5 volts, and in that range the numbers of the three kinds lie apart.
 */
function scaleOf(
  battery: number,
): { readonly battery: number; readonly external: number } | undefined {
  if (battery >= 250 && battery <= 440) return { battery: 0.01, external: 0.01 };
  if (battery > 440 && battery <= 768) return { battery: 6 / 1024, external: 48 / 1024 };
  if (battery >= 1552 && battery <= 2793) return { battery: 6.6 / 4096, external: 52.8 / 4096 };
  return undefined;
}

function rounded(volts: number): number {
  return Math.round(volts * 1000) / 1000;
}

/** From protocol version 3 on a temperature is its sensor's number and hundredths of a degree. */
function restOf(fields: readonly string[]): Attributes {
  const rest = fields.slice(17);
  if (rest.every((field) => field === "")) return {};
  const isThird = Number(fields[19]) >= 3;
  const sensors = isThird ? (fields[TEMPERATURES_AT] ?? "").split("|") : [];
  const degrees = sensors
    .filter((sensor) => /^[0-9A-Fa-f]{6}$/.test(sensor))
    .map((sensor) => {
      const hundredths = Number.parseInt(sensor.slice(2), 16);
      const celsius = (hundredths > 0x7fff ? hundredths - 0x10000 : hundredths) / 100;
      return [`temperature${Number.parseInt(sensor.slice(0, 2), 16)}Celsius`, celsius] as const;
    });
  return { ...withNumbers(degrees), extra: rest.join(",") };
}
