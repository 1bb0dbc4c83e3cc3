import { directIpWords } from "@zpr/protocols";
import type { Comparison, Vector, Verdict } from "./comparison.ts";
import { ofName, readingOf } from "./published-frame.ts";
import { alikeIf, explained, near, passedOver, same, together } from "./verdicts.ts";

/** Revision, length of the rest, number and length of the first element. */
const HEAD = 6;
const MESSAGE_ID_BYTES = 4;
const IMEI_AT = HEAD + MESSAGE_ID_BYTES;
const IMEI_BYTES = 15;
const FLAGS_AT = IMEI_AT + IMEI_BYTES;
const PAYLOAD_AT = FLAGS_AT + 2 + 3;
const SOME_NUMBER = 7;

interface DirectIpVector extends Vector {
  readonly kind?: string;
  readonly expected?: Readonly<Record<string, unknown>>;
  readonly derived?: {
    readonly header?: Readonly<Record<string, unknown>>;
    readonly location?: { readonly lat: number; readonly lon: number; readonly cepKm: number };
    readonly payloadHex?: string;
  };
}

const iridium = ofName("iridium");

/** Messages from devices and to them, and both confirmations. */
export const iridiumComparison: Comparison = {
  protocol: "iridium",
  files: /^iridium.*\.json$/,
  compare(vector: DirectIpVector) {
    const bytes = Buffer.from(vector.hex ?? "", "hex");
    const { kind = "" } = vector;
    if (kind === "MO") return compareOriginated(bytes, vector);
    if (kind === "MT request") return compareTerminated(bytes);
    if (kind.startsWith("MT confirmation")) return compareConfirmation(bytes);
    if (kind.startsWith("MO confirmation success"))
      return same("the confirmation", confirmationOfOne(), bytes.toString("hex"));
    return passedOver(`it is not known what ${kind} is`);
  },
};

function compareOriginated(
  bytes: Buffer,
  { derived = {}, expected = {} }: DirectIpVector,
): Verdict {
  const { meaning, fixes } = readingOf(iridium, bytes);
  const [fix] = fixes;
  if (!fix || meaning.kind !== "keep") return alikeIf(false, "it is not read");
  const { cdrReference, sessionStatus, momsn, mtmsn, payload } = fix.attributes;
  const ours: Readonly<Record<string, unknown>> = {
    cdr: cdrReference,
    imei: meaning.uniqueId,
    status: sessionStatus,
    momsn,
    mtmsn: mtmsn ?? 0,
    time: fix.time.toISOString(),
    payload: Buffer.from(String(payload ?? ""), "hex").toString(),
  };
  const { header = {}, location, payloadHex } = derived;
  const theirs = Object.entries({ ...expected, ...header });
  return together([
    ...theirs.map(([name, value]) => same(name, ours[name], value)),
    ...(payloadHex === undefined ? [] : [same("the payload", payload, payloadHex)]),
    ...(location
      ? [
          near("the latitude", fix.position?.[1], location.lat),
          near("the longitude", fix.position?.[0], location.lon),
          same("the accuracy", fix.accuracyMetres, location.cepKm * 1000),
        ]
      : []),
  ]);
}

/** What we answer to a message with nothing but a header. */
function confirmationOfOne(): string | undefined {
  const header = Buffer.alloc(28);
  header.write("300234063904190", 4, "latin1");
  const message = Buffer.concat([Buffer.from("01001f01001c", "hex"), header]);
  return readingOf(iridium, message).meaning.reply?.toString("hex");
}

/** Numbered by other software, and with its flags. */
function compareTerminated(theirs: Buffer): Verdict {
  const said = directIpWords.say({
    id: SOME_NUMBER,
    uniqueId: imeiIn(theirs),
    text: theirs.toString("hex", PAYLOAD_AT),
  });
  if (!said.ok) return alikeIf(false, said.reason);
  const ours = said.bytes;
  const renamed = Buffer.from(theirs);
  ours.copy(renamed, HEAD, HEAD, IMEI_AT);
  ours.copy(renamed, FLAGS_AT, FLAGS_AT, FLAGS_AT + 2);
  if (ours.equals(theirs) || !ours.equals(renamed))
    return same("the message", ours.toString("hex"), theirs.toString("hex"));
  return explained("alike but for the message's number and its flags");
}

/** Of a message numbered by other software: that aside, the gateway has taken it. */
function compareConfirmation(theirs: Buffer): Verdict {
  const renamed = Buffer.from(theirs);
  renamed.writeUInt32BE(SOME_NUMBER, HEAD);
  const to = { id: SOME_NUMBER, uniqueId: imeiIn(theirs), text: "00" };
  return same("the outcome", directIpWords.hear(renamed, to), { outcome: "sent" });
}

function imeiIn(message: Buffer): string {
  return message.toString("latin1", IMEI_AT, FLAGS_AT);
}
