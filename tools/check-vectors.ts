/**
 * Checks our Teltonika decoder against real frames: node tools/check-vectors.ts FOLDER
 *
 * Reads every teltonika*.json of the folder, a list (or an object with `cases`) of
 * `{ source, hex, derived: { type, records, ackHex, crcOk } }`, where `derived` is what another
 * decoder made of the frame. Prints what differs and ends with 1 if anything does.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { protocolNamed } from "@zpr/protocols";

/** Codecs 12 to 15 carry commands and their answers, no positions. */
const COMMAND_CODECS = new Set([0x0c, 0x0d, 0x0e, 0x0f]);

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
  readonly lon: number;
  readonly lat: number;
  readonly altitude: number;
  readonly angle: number;
  readonly satellites: number;
  readonly speedKmh: number;
}

const [folder] = process.argv.slice(2);
const teltonika = protocolNamed("teltonika");
if (!folder || !teltonika) throw new Error("usage: node tools/check-vectors.ts FOLDER");

const tally = { alike: 0, different: 0, passedOver: 0 };
for (const file of readdirSync(folder).filter((name) => /^teltonika.*\.json$/.test(name))) {
  const content = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const vectors: readonly Vector[] = Array.isArray(content) ? content : content.cases;
  for (const vector of vectors) compare(vector);
}
console.log(`${tally.alike} alike, ${tally.different} different, ${tally.passedOver} passed over`);
process.exitCode = tally.different === 0 ? 0 : 1;

function compare(vector: Vector): void {
  const { source, hex, derived } = vector;
  const frame = Buffer.from(hex ?? "", "hex");
  const isOverTcp = frame.length > 8 && frame.readUInt32BE(0) === 0;
  if (derived?.type === "login" && /^\d{15}$/.test(derived.imei ?? ""))
    judge(source, loginFault(frame, derived.imei));
  else if (derived?.type !== "data" || !isOverTcp || COMMAND_CODECS.has(frame.readUInt8(8)))
    tally.passedOver++;
  else if (derived.crcOk === false) judge(source, corruptFault(frame));
  else judge(source, dataFault(frame, derived.records ?? [], derived.ackHex));
}

function judge(source: string, fault: string | undefined): void {
  if (fault === undefined) {
    tally.alike++;
    return;
  }
  tally.different++;
  console.log(`${source}: ${fault}`);
}

function loginFault(frame: Buffer, imei: string | undefined): string | undefined {
  const meaning = teltonika?.understand(frame, null);
  const same = meaning?.kind === "login" && meaning.uniqueId === imei;
  return same ? undefined : `login is ${JSON.stringify(meaning)}, not ${imei}`;
}

function corruptFault(frame: Buffer): string | undefined {
  const kind = teltonika?.understand(frame, "0").kind;
  return kind === "keep-corrupt" ? undefined : `a broken checksum is taken as ${kind}`;
}

function dataFault(
  frame: Buffer,
  expected: readonly VectorRecord[],
  ackHex: string | undefined,
): string | undefined {
  const meaning = teltonika?.understand(frame, "0");
  const reply = meaning && "reply" in meaning ? meaning.reply?.toString("hex") : undefined;
  if (ackHex !== undefined && reply !== ackHex) return `answer ${reply}, not ${ackHex}`;
  const decoded = teltonika?.decode(frame);
  if (!decoded?.ok) return `undecodable: ${decoded?.reason}`;
  const ours = decoded.records.map(({ fix }) => ({
    time: fix.time.toISOString(),
    lon: fix.position?.[0],
    lat: fix.position?.[1],
    altitude: fix.altitudeMetres,
    angle: fix.headingDegrees,
    satellites: fix.satellites,
    speedKmh: Math.round((fix.speedMetresPerSecond ?? 0) * 3.6),
  }));
  const theirs = expected.map(({ time, lon, lat, altitude, angle, satellites, speedKmh }) => ({
    time,
    lon,
    lat,
    altitude,
    angle,
    satellites,
    speedKmh,
  }));
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  return a === b ? undefined : `records ${a}, not ${b}`;
}
