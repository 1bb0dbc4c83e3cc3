import { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import type { Caller, Meaning } from "@zpr/protocols";
import type { Comparison, Vector, Verdict } from "./comparison.ts";
import { compareOutcome, ofName, type PublishedVector, readingOf } from "./published-frame.ts";
import { alikeIf, explained, passedOver, same, together } from "./verdicts.ts";

const HELLO_RESPONSE = 0x01;
const COMMIT_RESPONSE = 0x06;
const MESSAGE_AT = 2;
const PAYLOAD_AT = 5;
const YEAR_2013 = Date.UTC(2013, 0, 1);
const COMMIT = Buffer.from("0255050000", "hex");
const STRANGER: Caller = { uniqueId: null, context: null, transport: "tcp", now: new Date() };
const KNOWN: Caller = { ...STRANGER, uniqueId: "356307042441013" };

const dmt = ofName("dmt");

/** Hellos, records, and what a server answers. */
export const dmtComparison: Comparison = {
  protocol: "dmt",
  files: /^dmt(-replies)?\.json$/,

  compare(vector: PublishedVector): Verdict {
    const { hex, derived } = vector;
    if (!hex) return passedOver("no frame of the TCP protocol");
    const frame = Buffer.from(hex, "hex");
    if (!derived) return compareReply(frame);
    const head = dmt.split(frame);
    const cut = same("a frame", head, { kind: "frame", length: frame.length });
    if (derived["imei"]) return together([cut, compareHello(frame, derived)]);
    const reading = readingOf(dmt, frame);
    const records = reading.decoded.ok ? reading.decoded.records : [];
    const ours = records.map(({ fix, bytes }) => factsOf(fix, bytes));
    return together([
      cut,
      compareOutcome(vector, reading),
      same("the records", ours, derived["records"] ?? []),
    ]);
  },
};

function compareHello(frame: Buffer, derived: NonNullable<Vector["derived"]>): Verdict {
  const { imei, serial, productId, hardwareRev, firmware } = derived;
  return together([
    same("the caller", callerIn(dmt.understand(frame, STRANGER)), {
      imei,
      context: `${serial} ${productId}.${hardwareRev}.${firmware}`,
    }),
    explained("the card number and flags of a hello are kept and not read"),
  ]);
}

function callerIn(meaning: Meaning) {
  return meaning.kind === "login" && { imei: meaning.uniqueId, context: meaning.context };
}

/** A record of the old form, by the names of the vectors. */
function factsOf(fix: Fix, bytes: Buffer) {
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
function compareReply(reply: Buffer): Verdict {
  const ours = repliesLike(reply).map((said) => said?.toString("hex"));
  return alikeIf(ours.includes(reply.toString("hex")), `we say ${ours.join(" or ") || "no such"}`);
}

function repliesLike(reply: Buffer): readonly (Buffer | null)[] {
  const message = reply[MESSAGE_AT];
  if (message === COMMIT_RESPONSE)
    return [KNOWN, STRANGER].map((caller) => dmt.understand(COMMIT, caller).reply);
  if (message !== HELLO_RESPONSE) return [];
  const now = new Date(YEAR_2013 + reply.readUInt32LE(PAYLOAD_AT) * 1000);
  return [dmt.understand(someHello(), { ...STRANGER, now }).reply];
}

/** A hello of the usual length. */
function someHello(): Buffer {
  const payload = Buffer.alloc(49);
  payload.write("356307042441013", 4, "latin1");
  return Buffer.concat([Buffer.from([0x02, 0x55, 0x00, payload.length, 0]), payload]);
}
