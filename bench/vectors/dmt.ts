import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import type { Fix } from "@zpr/model";
import { type Caller, type Meaning, protocolNamed } from "@zpr/protocols";
import type { Comparison, Vector, Verdict } from "./comparison.ts";

const HELLO_RESPONSE = 0x01;
const COMMIT_RESPONSE = 0x06;
const MESSAGE_AT = 2;
const PAYLOAD_AT = 5;
const YEAR_2013 = Date.UTC(2013, 0, 1);
const COMMIT = Buffer.from("0255050000", "hex");
const STRANGER: Caller = { uniqueId: null, context: null, transport: "tcp", now: new Date() };
const KNOWN: Caller = { ...STRANGER, uniqueId: "356307042441013" };

/** Frames of Digital Matter's TCP protocol, and what a server answers. */
export const dmtComparison: Comparison = {
  protocol: "dmt",
  files: /^dmt(-replies)?\.json$/,

  compare({ hex, derived, expected }: Vector): Verdict {
    if (!hex) return { verdict: "passed over", about: "no frame of the TCP protocol" };
    const frame = Buffer.from(hex, "hex");
    const protocol = dmt();
    if (!derived) return replyVerdict(frame);
    if (!isDeepStrictEqual(protocol.split(frame), { kind: "frame", length: frame.length }))
      return { verdict: "different", about: "it is not cut as one frame" };
    const meaning = protocol.understand(frame, derived["imei"] ? STRANGER : KNOWN);
    if (derived["imei"]) return helloVerdict(meaning, derived);
    return recordsVerdict(frame, derived["records"] ?? [], expected);
  },
};

function dmt() {
  const protocol = protocolNamed("dmt");
  if (!protocol) throw new Error("there is no dmt");
  return protocol;
}

function helloVerdict(meaning: Meaning, derived: NonNullable<Vector["derived"]>): Verdict {
  const { imei, serial, productId, hardwareRev, firmware } = derived;
  const context = `${serial} ${productId}.${hardwareRev}.${firmware}`;
  if (meaning.kind !== "login" || meaning.uniqueId !== imei || meaning.context !== context)
    return { verdict: "different", about: `${JSON.stringify(meaning)} is not ${imei} ${context}` };
  return {
    verdict: "explained",
    about: "a hello's card number and flags are kept and not read",
  };
}

function recordsVerdict(frame: Buffer, theirs: unknown, expected: unknown): Verdict {
  const decoded = dmt().decode(frame, {
    receivedAt: new Date(),
    transport: "tcp",
    context: null,
    settings: {},
  });
  const ours = decoded.ok ? decoded.records.map(({ fix, bytes }) => facts(fix, bytes)) : [];
  const isWithout = isDeepStrictEqual(expected, { result: "no position" });
  if (isDeepStrictEqual(ours, theirs) && (ours.length === 0) === isWithout)
    return { verdict: "alike" };
  return {
    verdict: "different",
    about: `${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`,
  };
}

/** A record of the old form, by the names of the vectors. */
function facts(fix: Fix, bytes: Buffer) {
  return {
    type: bytes[0],
    seq: fix.attributes["sequenceNumber"],
    time: fix.time.toISOString().replace(".000Z", "Z"),
    lon: fix.position?.[0],
    lat: fix.position?.[1],
    speedCms: Math.round((fix.speedMetresPerSecond ?? 0) * 100),
    heading: fix.headingDegrees,
    altitude: fix.altitudeMetres,
  };
}

/** Whether we say this too, at the time it was said. */
function replyVerdict(reply: Buffer): Verdict {
  const ours = repliesLike(reply).map((said) => said?.toString("hex"));
  return ours.includes(reply.toString("hex"))
    ? { verdict: "alike" }
    : { verdict: "different", about: `we say ${ours.join(" or ") || "nothing like it"}` };
}

function repliesLike(reply: Buffer): readonly (Buffer | null)[] {
  const message = reply[MESSAGE_AT];
  if (message === COMMIT_RESPONSE)
    return [KNOWN, STRANGER].map((caller) => dmt().understand(COMMIT, caller).reply);
  if (message !== HELLO_RESPONSE) return [];
  const now = new Date(YEAR_2013 + reply.readUInt32LE(PAYLOAD_AT) * 1000);
  return [dmt().understand(hello(), { ...STRANGER, now }).reply];
}

/** A hello of the usual length. */
function hello(): Buffer {
  const payload = Buffer.alloc(49);
  payload.write("356307042441013", 4, "latin1");
  return Buffer.concat([Buffer.from([0x02, 0x55, 0x00, payload.length, 0]), payload]);
}
