/**
 * Checks our Teltonika decoder against real frames: node tools/check-vectors.ts FOLDER
 *
 * Reads every teltonika*.json of the folder, a list (or an object with `cases`) of
 * `{ source, hex, derived: { type, imei, records, ackHex, crcOk } }`, where `derived` is what another
 * decoder made of the frame. Prints each frame that is read otherwise, has a broken checksum or is
 * passed over, and ends with 1 if any is read otherwise.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Caller, type DecodedRecord, protocols } from "@zpr/protocols";

/** Codecs 12 to 15 carry commands and their answers, no positions. */
const COMMAND_CODECS = new Set([0x0c, 0x0d, 0x0e, 0x0f]);
const CODEC_AT = 8;
const SOME_IMEI = "356307042441013";

interface Vector {
  readonly source: string;
  readonly hex?: string;
  readonly derived?: {
    readonly type?: string;
    readonly imei?: string;
    readonly crcOk?: boolean;
    readonly ackHex?: string;
    readonly records?: readonly VectorRecord[];
  };
}

interface VectorRecord {
  readonly time: string;
  readonly priority: number;
  readonly lon: number;
  readonly lat: number;
  readonly altitude: number;
  readonly angle: number;
  readonly satellites: number;
  readonly speedKmh: number;
  readonly eventId: number;
}

const VERDICTS = ["alike", "different", "broken checksum", "passed over"] as const;

interface Judgement {
  readonly verdict: (typeof VERDICTS)[number];
  readonly about?: string;
}

const [folder] = process.argv.slice(2);
const teltonika = protocols.find(({ name }) => name === "teltonika");
if (!folder || !teltonika) throw new Error("usage: node tools/check-vectors.ts FOLDER");
const { understand, decode } = teltonika;

const judgements = vectorsOf(folder).map((vector) => {
  const judgement = judge(vector);
  const { verdict, about } = judgement;
  if (about !== undefined) console.log(`${verdict}: ${vector.source}: ${about}`);
  return judgement;
});
const count = (wanted: string) => judgements.filter(({ verdict }) => verdict === wanted).length;
console.log(VERDICTS.map((verdict) => `${count(verdict)} ${verdict}`).join(", "));
process.exitCode = count("different") === 0 ? 0 : 1;

function vectorsOf(folder: string): readonly Vector[] {
  return readdirSync(folder)
    .filter((name) => /^teltonika.*\.json$/.test(name))
    .flatMap((name) => {
      const content = JSON.parse(readFileSync(join(folder, name), "utf8"));
      return Array.isArray(content) ? content : content.cases;
    });
}

function judge({ hex, derived = {} }: Vector): Judgement {
  const frame = Buffer.from(hex ?? "", "hex");
  if (frame.length === 0) return { verdict: "passed over", about: "no bytes" };
  if (frame.readUInt16BE(0) !== 0) return judgeLogin(frame, derived.imei ?? "");
  if (COMMAND_CODECS.has(frame.readUInt8(CODEC_AT)))
    return { verdict: "passed over", about: `codec ${frame.readUInt8(CODEC_AT)} is for commands` };
  if (derived.crcOk === false) return judgeCorrupt(frame);
  if (!derived.records)
    return { verdict: "passed over", about: "the other decoder cannot read it" };
  return judgePacket(frame, derived.records, derived.ackHex);
}

function judgeLogin(frame: Buffer, imei: string): Judgement {
  if (!/^\d+$/.test(imei)) return { verdict: "passed over", about: "neither login nor TCP packet" };
  const meaning = understand(frame, by(null));
  if (meaning.kind === "login" && meaning.uniqueId === imei) return { verdict: "alike" };
  return { verdict: "different", about: `login is ${JSON.stringify(meaning)}, not ${imei}` };
}

function judgeCorrupt(frame: Buffer): Judgement {
  const meaning = understand(frame, by(SOME_IMEI));
  if (meaning.kind === "keep-corrupt" && meaning.reply?.readUInt32BE() === 0)
    return { verdict: "broken checksum", about: `kept, answered with 0 (${meaning.reason})` };
  return { verdict: "different", about: `broken, but taken as ${JSON.stringify(meaning)}` };
}

function judgePacket(
  frame: Buffer,
  expected: readonly VectorRecord[],
  ackHex: string | undefined,
): Judgement {
  const meaning = understand(frame, by(SOME_IMEI));
  const answer = meaning.reply?.toString("hex");
  if (answer !== ackHex)
    return { verdict: "different", about: `answered with ${answer}, not ${ackHex}` };
  const decoded = decode(frame, { ...by(null), receivedAt: new Date(), settings: {} });
  if (!decoded.ok) return { verdict: "different", about: `undecodable: ${decoded.reason}` };
  const ours = JSON.stringify(decoded.records.map(asVector));
  const theirs = JSON.stringify(expected.map(withoutRest));
  if (ours === theirs) return { verdict: "alike" };
  return { verdict: "different", about: `records are\n  ${ours}, not\n  ${theirs}` };
}

function asVector({ fix }: DecodedRecord): VectorRecord {
  const { priority = 0, event = 0 } = fix.attributes;
  return {
    time: fix.time.toISOString(),
    priority: Number(priority),
    lon: fix.position?.[0] ?? Number.NaN,
    lat: fix.position?.[1] ?? Number.NaN,
    altitude: fix.altitudeMetres ?? Number.NaN,
    angle: fix.headingDegrees ?? Number.NaN,
    satellites: fix.satellites ?? Number.NaN,
    speedKmh: Math.round((fix.speedMetresPerSecond ?? Number.NaN) * 3.6),
    eventId: Number(event),
  };
}

function withoutRest(record: VectorRecord): VectorRecord {
  const { time, priority, lon, lat, altitude, angle, satellites, speedKmh, eventId } = record;
  return { time, priority, lon, lat, altitude, angle, satellites, speedKmh, eventId };
}

function by(uniqueId: string | null): Caller {
  return { uniqueId, context: null, transport: "tcp", now: new Date() };
}
