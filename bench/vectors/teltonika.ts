import type { Fix } from "@zpr/model";
import type { Comparison, Vector, Verdict } from "./comparison.ts";
import { compareOutcome, ofName, readingOf } from "./published-frame.ts";
import { alikeIf, explained, passedOver, same, together } from "./verdicts.ts";

const CODEC_7 = 0x07;
const CODEC_13 = 0x0d;
const COMMAND_CODECS = new Set([0x0c, CODEC_13, 0x0e, 0x0f]);
const COMMAND = 0x05;
const RESPONSE = 0x06;
const CODEC_AT = 8;
const TIME_OF_CODEC_13_AT = 15;
/** Time, priority, place and speed, event, number of elements. */
const CODEC_8_HEAD = 26;

interface TeltonikaVector extends Vector {
  readonly derived?: {
    readonly type?: string;
    readonly imei?: string;
    readonly crcOk?: boolean;
    readonly ackHex?: string;
    readonly records?: readonly Readonly<Record<string, unknown>>[];
  };
}

const teltonika = ofName("teltonika");

/** Logins, packets of records, datagrams and commands. */
export const teltonikaComparison: Comparison = {
  protocol: "teltonika",
  files: /^teltonika.*\.json$/,
  compare(vector: TeltonikaVector) {
    const frame = Buffer.from(vector.hex ?? "", "hex");
    if (frame.length === 0) return passedOver("no bytes");
    if (frame.readUInt16BE(0) === frame.length - 2) return compareShort(frame, vector);
    const codec = frame.readUInt8(CODEC_AT);
    if (codec === CODEC_7 && !readingOf(teltonika, frame).decoded.ok)
      return explained("codec 7 of the GH3000 is not read");
    const broken = compareBroken(frame, vector);
    return broken ?? (COMMAND_CODECS.has(codec) ? compareCommand : comparePacket)(frame, vector);
  },
};

/** A login is a length and so many digits; a datagram has the same length in front. */
function compareShort(frame: Buffer, vector: TeltonikaVector): Verdict {
  const imei = vector.derived?.imei ?? "";
  if (!/^\d+$/.test(imei)) return compareOutcome(vector, readingOf(teltonika, frame, "udp"));
  const { meaning } = readingOf(teltonika, frame);
  return same("the login", meaning.kind === "login" ? meaning.uniqueId : meaning, imei);
}

/** Undefined when length and checksum are true for both. */
function compareBroken(frame: Buffer, { derived = {} }: TeltonikaVector): Verdict | undefined {
  const { meaning } = readingOf(teltonika, frame);
  const isKeptBack = meaning.kind === "keep-corrupt" && meaning.reply?.readUInt32BE() === 0;
  if (derived.crcOk === false && isKeptBack)
    return explained(`its ${meaning.reason} is wrong: kept and answered with 0`);
  if (isKeptBack || derived.crcOk === false)
    return alikeIf(false, `the checksum is taken as ${JSON.stringify(meaning)}`);
  return undefined;
}

function comparePacket(frame: Buffer, vector: TeltonikaVector): Verdict {
  const reading = readingOf(teltonika, frame);
  const { records, ackHex } = vector.derived ?? {};
  if (!reading.decoded.ok && hasGroupOf16Bytes(frame.subarray(CODEC_AT, -4)))
    return explained("elements of 16 bytes behind those of Codec 8 are not read");
  if (!records) return compareOutcome(vector, reading);
  return together([
    same("the answer", reading.meaning.reply?.toString("hex"), ackHex),
    same("what the records say", reading.fixes.map(asVector), records.map(withoutRest)),
  ]);
}

/** Whether the records come out even with one group of elements more than Codec 8 has. */
function hasGroupOf16Bytes(data: Buffer): boolean {
  let at = 2;
  for (let records = data.readUInt8(1); records > 0; records--) {
    at += CODEC_8_HEAD;
    for (const size of [1, 2, 4, 8, 16]) at += 1 + (data[at] ?? 0) * (1 + size);
  }
  return at === data.length - 1;
}

function asVector({ time, position, attributes, ...fix }: Fix): Readonly<Record<string, unknown>> {
  return {
    time: time.toISOString(),
    priority: attributes["priority"] ?? 0,
    lon: position?.[0],
    lat: position?.[1],
    altitude: fix.altitudeMetres,
    angle: fix.headingDegrees,
    satellites: fix.satellites,
    speedKmh: Math.round((fix.speedMetresPerSecond ?? Number.NaN) * 3.6),
    eventId: attributes["event"] ?? 0,
  };
}

function withoutRest(record: Readonly<Record<string, unknown>>) {
  const { time, priority, lon, lat, altitude, angle, satellites, speedKmh, eventId } = record;
  return { time, priority, lon, lat, altitude, angle, satellites, speedKmh, eventId };
}

/** What we would say for the same words, or what we hear in an answer. */
function compareCommand(frame: Buffer, { derived = {} }: TeltonikaVector): Verdict {
  const codec = frame.readUInt8(CODEC_AT);
  const [said] = derived.records ?? [];
  const { meaning, decoded, fixes } = readingOf(teltonika, frame);
  if (!said) return passedOver(`the other decoder cannot read codec ${codec}`);
  if (codec === CODEC_13)
    return frame.readUInt32BE(TIME_OF_CODEC_13_AT) < 0x0100_0000
      ? explained(`a time of eight bytes, not four: ${fixes[0]?.time.toISOString()}`)
      : same("the time", fixes[0]?.time, said["time"]);
  const { messageType, text, imeiHex } = said;
  if (messageType === RESPONSE)
    return same("the answer", meaning.kind === "keep" && meaning.answer?.text, text);
  if (messageType !== COMMAND) return alikeIf(decoded.ok && fixes.length === 0, "it is a record");
  const encoded = teltonika.commands.encode(String(text), {
    id: 1,
    uniqueId: String(imeiHex).slice(1),
    model: null,
    settings: { commandCodec: codec },
  });
  const ours = encoded.ok ? encoded.bytes.toString("hex") : encoded.reason;
  return same("the command", ours, frame.toString("hex"));
}
