import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import { type DecodedRecord, protocolNamed } from "@zpr/protocols";
import type { Comparison, Vector, Verdict } from "./comparison.ts";

const queclink = protocolNamed("queclink");
const CALLER = { uniqueId: null, context: null, transport: "tcp", now: new Date() } as const;
const ABOUT = { receivedAt: new Date(), transport: "tcp", context: null, settings: {} } as const;

/** A position as both sides say it. */
interface Spot {
  readonly time: unknown;
  readonly position: unknown;
  readonly speed: unknown;
  readonly azimuth: unknown;
  readonly altitude: unknown;
  readonly hasFix: unknown;
  readonly cell: unknown;
}

/** Compares sender, number, receipt and positions with `derived`, and what tests state with `expected`. */
export const queclinkComparison: Comparison = {
  protocol: "queclink",
  files: /^queclink.*[.]json$/,
  compare({ text, hex, expected, derived }) {
    if (!queclink) return { verdict: "passed over", about: "the protocol is not registered" };
    if (text === undefined) return ofBinary(Buffer.from(hex ?? "", "hex"));
    const bytes = Buffer.from(text, "latin1");
    const meaning = queclink.understand(bytes, CALLER);
    if (meaning.kind !== "keep") return ofUnread(expected);
    const decoded = queclink.decode(bytes, ABOUT);
    const records = decoded.ok ? decoded.records : [];
    const ours = records.filter(({ fix }) => fix.position).map(spotIn);
    const { imei, sackText, locations } = derived ?? {};
    const theirs = listIn(locations).map(spotOf);
    if (meaning.uniqueId !== imei) return different("the sender", imei);
    if (meaning.reply?.toString() !== sackText) return different("the receipt", sackText);
    if (!isDeepStrictEqual(ours, theirs)) return different("positions", { ours, theirs });
    return ofExpected(expected, records);
  },
};

function ofBinary(bytes: Buffer): Verdict {
  const head = queclink?.split(bytes);
  return head?.kind === "noise" && head.reason.startsWith("binary")
    ? { verdict: "explained", about: "binary @Track is kept as noise, and says to set ASCII" }
    : { verdict: "different", about: "binary @Track is taken for a message" };
}

function ofUnread(expected: Vector["expected"]): Verdict {
  return isDeepStrictEqual(expected, { result: "no position" })
    ? { verdict: "alike" }
    : { verdict: "different", about: "kept as corrupt" };
}

function different(what: string, values: unknown): Verdict {
  return { verdict: "different", about: `${what}: ${JSON.stringify(values)}` };
}

function spotIn({ fix }: DecodedRecord): Spot {
  const { attributes } = fix;
  const speed = fix.speedMetresPerSecond;
  return {
    time: fix.time.toISOString(),
    position: fix.position,
    speed: speed === null ? null : Math.round(speed * 36) / 10,
    azimuth: fix.headingDegrees,
    altitude: fix.altitudeMetres,
    hasFix: fix.quality === "valid",
    cell: "cellId" in attributes && [
      attributes["mobileCountryCode"],
      attributes["mobileNetworkCode"],
      attributes["locationAreaCode"],
      attributes["cellId"],
    ],
  };
}

function spotOf(location: Readonly<Record<string, unknown>>): Spot {
  const cell = fieldsIn(location["cell"]);
  const isCell = Number(cell["mcc"]) > 0;
  return {
    time: new Date(String(location["time"])).toISOString(),
    position: [location["lon"], location["lat"]],
    speed: location["speedKmh"],
    azimuth: location["azimuth"],
    altitude: location["altitude"],
    hasFix: Number(location["accuracy"]) > 0,
    cell: isCell && [
      cell["mcc"],
      cell["mnc"],
      Number.parseInt(String(cell["lacHex"]), 16),
      Number.parseInt(String(cell["cidHex"]), 16),
    ],
  };
}

/** What tests state has names of its own; each is looked for where we keep it. */
function ofExpected(expected: Vector["expected"], records: readonly DecodedRecord[]): Verdict {
  const stated = Object.entries(fieldsIn(fieldsIn(expected)["attribute"]));
  const fix = records.at(-1)?.fix;
  const [first] = stated.filter(([name, value]) => !fix || !isStated(name, value, fix));
  if (!first) return { verdict: "alike" };
  const [name, value] = first;
  const reason = EXPLAINED[name];
  return reason && fix?.attributes[reason.keptIn] !== undefined
    ? { verdict: "explained", about: `${name}: ${reason.about}` }
    : { verdict: "different", about: `${name} ${value} is not found` };
}

function isStated(name: string, value: unknown, fix: DecodedRecord["fix"]): boolean {
  const { attributes } = fix;
  const millivolts = Math.round(Number(value) * 1000);
  switch (name) {
    case "batteryLevel":
      return fix.batteryPercent === value;
    case "power":
      return attributes["externalMillivolts"] === millivolts;
    case "power2":
      return attributes["secondExternalMillivolts"] === millivolts;
    default:
      return false;
  }
}

/** Why a stated value has no field of its own, and the attribute it is kept in. */
interface Reason {
  readonly about: string;
  readonly keptIn: string;
}

const BY_KIND: Reason = { about: "the kind of report says it", keptIn: "report" };
const NOT_READ: Reason = { about: "vehicles' accessories are not read", keptIn: "extra" };
const EXPLAINED: Readonly<Record<string, Reason>> = {
  alarm: BY_KIND,
  ignition: BY_KIND,
  in1: { about: "a bit of the device's status", keptIn: "deviceStatus" },
  data: NOT_READ,
  accessoryVoltage: NOT_READ,
  fuel: NOT_READ,
  warningType: NOT_READ,
  batteryLevel: { about: "a model that is in no table", keptIn: "extra" },
};

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(fieldsIn) : [];
}
