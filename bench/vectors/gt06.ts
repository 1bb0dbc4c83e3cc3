import type { Fix } from "@zpr/model";
import type { Comparison, Verdict } from "./comparison.ts";
import {
  compareFraming,
  compareOutcome,
  ofName,
  type PublishedVector,
  type Reading,
  readingOf,
} from "./published-frame.ts";
import { ALIKE, alikeIf, explained, near, passedOver, same, together } from "./verdicts.ts";

/** Heartbeats, information and status, which tell no time. */
const TIMELESS = new Set([0x13, 0x94, 0xa5]);
/** What cameras, cars and watches say. */
const NOT_READ = new Set([0x19, 0x1f, 0x2a, 0x34, 0x8c, 0x95, 0x9b, 0xa3, 0xf2, 0xf3]);
const LONG = 0x79;
const LONG_EXTRA = 12;
const TEMPERATURE_AT = 7;

interface Gt06Vector extends PublishedVector {
  readonly serverFlag?: number;
  readonly expected?: {
    readonly firstFrame?: string;
    readonly attribute?: Readonly<Record<string, unknown>>;
  };
  readonly derived?: {
    readonly crcOk?: boolean;
    readonly ackHex?: string;
    readonly text?: string;
    readonly gps?: Gps;
    readonly lbs?: Cell;
    readonly lbsLength?: number;
  };
}

interface Gps {
  readonly time: string;
  readonly satellites: number;
  readonly lat: number;
  readonly lon: number;
  readonly speedKmh: number;
  readonly course: number;
  readonly fixed: boolean;
}

interface Cell {
  readonly mcc: number;
  readonly mnc: number;
  readonly lac: number;
  readonly cid: number;
}

const gt06 = ofName("gt06");

/** Framing, checksums, answers, positions, cells and commands. */
export const gt06Comparison: Comparison = {
  protocol: "gt06",
  files: /^gt06.*\.json$/,
  compare(vector: Gt06Vector) {
    if (vector.text !== undefined) return compareCommand(vector, vector.text);
    if (vector.kind === undefined) return passedOver("a server's answer, not a tracker's frame");
    if (vector.kind === "frame") return compareFraming(gt06, vector);
    return compareFrame(Buffer.from(vector.hex ?? "", "hex"), vector);
  },
};

function compareCommand({ hex, serverFlag }: Gt06Vector, text: string): Verdict {
  const encoded = gt06.commands.encode(text, {
    id: serverFlag ?? 0,
    uniqueId: "356307042441013",
    model: null,
    settings: { commandLanguage: serverFlag !== undefined },
  });
  return same("the command", encoded.ok ? encoded.bytes.toString("hex") : encoded.reason, hex);
}

function compareFrame(frame: Buffer, vector: Gt06Vector): Verdict {
  const reading = readingOf(gt06, frame);
  const { meaning } = reading;
  const isRefused = meaning.kind === "keep-corrupt" && meaning.reason === "checksum";
  const isBroken = vector.derived?.crcOk === false;
  if (isRefused && isBroken) return explained("its checksum is wrong: kept as corrupt");
  if (isRefused !== isBroken)
    return alikeIf(false, `the checksum is taken as ${JSON.stringify(meaning)}`);
  const [fix] = reading.fixes;
  return together([
    compareAnswer(meaning.reply, vector),
    ...(fix ? compareFix(fix, vector) : [compareWithout(frame, vector, reading)]),
  ]);
}

function compareAnswer(reply: Buffer | null, { derived }: Gt06Vector): Verdict {
  const { ackHex } = derived ?? {};
  return ackHex === undefined ? ALIKE : same("the answer", reply?.toString("hex"), ackHex);
}

/** A frame that makes no record, though others take something out of it. */
function compareWithout(frame: Buffer, vector: Gt06Vector, reading: Reading): Verdict {
  const { meaning, decoded } = reading;
  const message = frame.readUInt8(frame[0] === LONG ? 4 : 3);
  if (meaning.kind === "keep" && meaning.answer)
    return same("the answer", meaning.answer.text, vector.derived?.text);
  if (vector.check === "verifyNull") return ALIKE;
  if (!decoded.ok && NOT_READ.has(message))
    return explained(`message ${hexOf(message)} of cameras, cars and watches is not read`);
  if (decoded.ok && TIMELESS.has(message))
    return explained(`message ${hexOf(message)} tells no time: kept without a record`);
  return compareOutcome(vector, reading);
}

function hexOf(number: number): string {
  return `0x${number.toString(16)}`;
}

function compareFix(fix: Fix, vector: Gt06Vector): readonly Verdict[] {
  const { gps, lbs, lbsLength } = vector.derived ?? {};
  return [
    compareOutcome(vector, { fixes: [fix], decoded: { ok: true, records: [] } }),
    ...Object.entries(vector.expected?.attribute ?? {}).map((one) => compareAttribute(fix, one)),
    ...(gps ? compareGps(fix, gps) : []),
    ...(lbs ? [compareCell(fix, lbs, lbsLength)] : []),
  ];
}

const ALARMS: Readonly<Record<string, string>> = { removing: "tampering", hardBraking: "braking" };

function compareAttribute(fix: Fix, [name, value]: readonly [string, unknown]): Verdict {
  const { alarm } = fix.attributes;
  switch (name) {
    case "alarm":
      return alarm !== undefined && alarm === ALARMS[String(value)]
        ? explained(`the alarm ${value} is named ${alarm}`)
        : same("the alarm", alarm, value);
    case "event":
      return alarm === hexOf(Number(value))
        ? explained(`the event ${value} is the alarm ${alarm}`)
        : same("the alarm", alarm, value);
    case "altitude":
      return same("the altitude", fix.altitudeMetres, value);
    case "batteryLevel":
      return same("the battery", fix.batteryPercent, value);
    case "door":
      return same("the door", fix.attributes["doorOpen"], value);
    default:
      return compareExtra(fix, name, value);
  }
}

/** A driver's card, or the temperature of a long 0x12, which stand among the bytes kept as they are. */
function compareExtra({ attributes }: Fix, name: string, value: unknown): Verdict {
  const extra = Buffer.from(String(attributes["extra"] ?? ""), "hex");
  const isCard = name === "driverUniqueId" && extra.toString("hex").endsWith(String(value));
  const isTemperature =
    name === "temp1" && extra.length === LONG_EXTRA && extra[TEMPERATURE_AT] === value;
  return isCard || isTemperature
    ? explained(`${name} is kept among the bytes of extra`)
    : alikeIf(false, `${name} ${value} is not there`);
}

function compareGps(fix: Fix, gps: Gps): readonly Verdict[] {
  const time = same("the time", fix.time, new Date(gps.time));
  if (gps.lat === 0 && gps.lon === 0 && fix.quality === "none")
    return [time, explained("latitude and longitude 0 are no position")];
  return [
    time,
    near("the longitude", fix.position?.[0], gps.lon),
    near("the latitude", fix.position?.[1], gps.lat),
    near("the speed", (fix.speedMetresPerSecond ?? Number.NaN) * 3.6, gps.speedKmh),
    same("the course", fix.headingDegrees, gps.course),
    same("the number of satellites", fix.satellites, gps.satellites),
    same("whether it is fixed", fix.quality === "valid", gps.fixed),
  ];
}

function compareCell({ attributes }: Fix, theirs: Cell, length: number | undefined): Verdict {
  const { mobileCountryCode: mcc, mobileNetworkCode: mnc, locationAreaCode: lac } = attributes;
  const cid = Number(attributes["cellId"]);
  if (length === 9 && cid !== theirs.cid && Math.floor(cid / 256) === theirs.cid)
    return explained(`the id of a cell of ${length} bytes has four of them: ${cid}`);
  return same("the cell", { mcc, mnc, lac, cid }, theirs);
}
