/** What the fields around a position mean, by the vendor's published interface documents. */
import { compactTime } from "./compact-time.ts";

type Value = number | string | boolean;

/** What a field is, and what it says; an empty one says nothing. */
interface Field {
  readonly pattern: RegExp;
  readonly value: (text: string) => Value | undefined;
}

const NUMBER = /^-?\d{1,9}(?:\.\d{1,3})?$/;
const HEX = /^[0-9A-Fa-f]{1,10}$/;

const number: Field = { pattern: NUMBER, value: Number };
const text: Field = { pattern: /^[\x21-\x7e]{1,40}$/, value: (said) => said };
const hex: Field = { pattern: HEX, value: (said) => said.toUpperCase() };

const FIELDS = {
  alarmType: number,
  analog1: text,
  analog2: text,
  analog3: text,
  batteryPercent: { pattern: /^(?:100|\d{1,2})$/, value: Number },
  batteryVolts: { pattern: /^\d{1,2}\.\d{1,3}$/, value: Number },
  /** 1 and 2 are two speeds of charging on models that tell them apart. */
  charging: { pattern: /^[0-2]$/, value: (said) => said !== "0" },
  /** Positions that follow. */
  count: { pattern: /^(?:\d|1[0-5])$/, value: () => undefined },
  deviceStatus: {
    pattern: /^(?:[0-9A-Fa-f]{2}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{10})$/,
    value: hex.value,
  },
  driverId: text,
  durationSeconds: number,
  eriMask: hex,
  externalBatteryPercent: number,
  externalMillivolts: number,
  gsmSignal: { pattern: /^\d{1,3}$/, value: (said) => (said === "99" ? undefined : Number(said)) },
  hourMeter: { pattern: /^\d{1,7}:\d\d:\d\d$/, value: (said) => said },
  iccid: text,
  inputs: hex,
  inputState: number,
  inputType: number,
  jamming: number,
  lastFixAt: { pattern: /^\d{14}$/, value: (said) => compactTime(said)?.toISOString() },
  lightLevel: number,
  lightState: number,
  mode: number,
  moving: { pattern: /^[0-2]$/, value: (said) => (said === "2" ? undefined : said === "1") },
  odometer: { pattern: /^\d{1,7}(?:\.\d)?$/, value: (said) => Number(said) * 1000 },
  outputs: hex,
  reportId: text,
  reportType: text,
  secondExternalMillivolts: number,
  state: hex,
  temperatureCelsius: number,
} satisfies Readonly<Record<string, Field>>;

/** A field by what it means; `-` is reserved or not read. */
export type FieldName = keyof typeof FIELDS | "-";

/** Names that say their unit otherwise once they are read. */
const READ_AS: Readonly<Partial<Record<FieldName, string>>> = { odometer: "odometerMetres" };

export type Values = Readonly<Record<string, Value>>;

/** What fields say by their names, or undefined when one is not what its name says. */
export function namedValues(
  names: readonly FieldName[],
  fields: readonly string[],
): Values | undefined {
  const values: Record<string, Value> = {};
  for (const [at, name] of names.entries()) {
    const said = fields[at] ?? "";
    if (name === "-" || said === "") continue;
    const field: Field = FIELDS[name];
    if (!field.pattern.test(said)) return undefined;
    const value = field.value(said);
    if (value !== undefined) values[READ_AS[name] ?? name] = value;
  }
  return values;
}
