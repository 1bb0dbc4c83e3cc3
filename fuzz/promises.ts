/** What every kind of tracker promises of any bytes at all; a broken promise is a `BrokenPromise`. */
import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import type { Fix } from "@zpr/model";
import {
  type About,
  type Decoded,
  type Protocol,
  type PushProtocol,
  sound,
  withPayload,
} from "@zpr/protocols";

/** A kind of tracker did with some bytes what it must never do. */
class BrokenPromise extends Error {
  override readonly name = "BrokenPromise";
}

/** What is known of bytes beside them. */
export interface Circumstances {
  readonly about: About;
  readonly uniqueId: string | null;
  /** The stream arrives in pieces of so many bytes. */
  readonly pieceBytes: number;
  /** Of a push: its content type and query. */
  readonly contentType: string;
  readonly query: Readonly<Record<string, string>>;
}

const LONGEST_ID = 100;
const SMALLINT = 32_767;
/** What a float of four bytes holds. */
const MOST_REAL = 3.4e38;
/** No PostgreSQL takes these as text: a NUL, or half of a pair. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** Frames are cut alike wherever the stream breaks, and each is understood and decoded to what can be stored. */
export function checkStream(protocol: Protocol, stream: Buffer, around: Circumstances): void {
  const whole = cut(protocol, [stream]);
  const pieces = cut(protocol, piecesOf(stream, around.pieceBytes));
  if (!isDeepStrictEqual(whole, pieces))
    throw new BrokenPromise(
      `in one piece ${JSON.stringify(whole)}, in pieces ${JSON.stringify(pieces)}`,
    );
  for (const frame of whole.frames) checkFrame(protocol, Buffer.from(frame, "hex"), around);
  if (protocol.transports.includes("udp")) checkDatagram(protocol, stream, around);
}

/** What a service pushes is unpacked into messages that can be stored and decoded, or refused with a reason. */
export function checkPush(protocol: PushProtocol, body: Buffer, around: Circumstances): void {
  const { about, contentType, query } = around;
  const unpacked = protocol.unpack(body, { receivedAt: about.receivedAt, contentType, query });
  demand(unpacked.ok || unpacked.reason !== "", "refused without a reason");
  for (const { uniqueId, bytes, context = null } of unpacked.ok ? unpacked.messages : []) {
    checkId(uniqueId);
    checkText(context);
    checkDecoding(protocol, bytes, { ...about, transport: "http", context });
  }
}

interface Cut {
  readonly frames: readonly string[];
  readonly ending: string;
}

function cut({ split }: Protocol, pieces: readonly Buffer[]): Cut {
  const frames: string[] = [];
  let pending = Buffer.alloc(0);
  let ending = "incomplete";
  for (const piece of pieces) {
    pending = Buffer.concat([pending, piece]);
    let head = split(pending);
    while (head.kind === "frame" && head.length > 0 && head.length <= pending.length) {
      frames.push(pending.toString("hex", 0, head.length));
      pending = pending.subarray(head.length);
      head = split(pending);
    }
    demand(head.kind !== "frame", "a frame of nothing, or longer than what is there");
    ending = head.kind;
    if (head.kind === "noise") break;
  }
  return { frames, ending };
}

function piecesOf(stream: Buffer, bytes: number): readonly Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < stream.length; at += bytes) pieces.push(stream.subarray(at, at + bytes));
  return pieces.length === 0 ? [stream] : pieces;
}

function checkDatagram(protocol: Protocol, datagram: Buffer, around: Circumstances): void {
  const frames = protocol.framesOf?.(datagram) ?? [datagram];
  demand(Buffer.concat(frames).equals(datagram), "a part of a datagram is lost");
  const byDatagram = { ...around, about: { ...around.about, transport: "udp" as const } };
  for (const frame of frames) checkFrame(protocol, frame, byDatagram);
}

function checkFrame(protocol: Protocol, frame: Buffer, { about, uniqueId }: Circumstances): void {
  const { context, receivedAt: now } = about;
  const transport = about.transport === "udp" ? "udp" : "tcp";
  const meaning = protocol.understand(frame, { uniqueId, context, transport, now });
  if ("uniqueId" in meaning && meaning.uniqueId !== undefined) checkId(meaning.uniqueId);
  if (meaning.kind === "login") checkText(meaning.context ?? null);
  const decoded = checkDecoding(protocol, frame, about);
  if (meaning.kind === "keep" && decoded.ok && meaning.reply && meaning.records > 0)
    demand(
      decoded.records.length <= meaning.records,
      `${meaning.records} records acknowledged, ${decoded.records.length} decoded`,
    );
}

function checkDecoding(protocol: Pick<Protocol, "decode">, bytes: Buffer, about: About): Decoded {
  const before = Buffer.from(bytes);
  const decoded = withPayloads(protocol.decode(bytes, about));
  demand(bytes.equals(before), "decoding changed the message");
  const again = withPayloads(protocol.decode(bytes, about));
  demand(isDeepStrictEqual(again, decoded), "decoded twice, differently");
  if (decoded.ok) for (const { fix } of decoded.records) checkFix(fix);
  else demand(decoded.reason !== "", "undecodable without a reason");
  return decoded;
}

function withPayloads(decoded: Decoded): Decoded {
  if (!decoded.ok) return decoded;
  return sound({ ok: true, records: decoded.records.map((record) => withPayload(record)) });
}

function checkFix({ time, position, satellites, attributes, quality: _, ...numbers }: Fix): void {
  demand(Number.isFinite(time.getTime()), "a fix at no time");
  for (const degrees of position ?? []) demand(Number.isFinite(degrees), "a fix at no place");
  demand(
    satellites === null || (Number.isInteger(satellites) && Math.abs(satellites) <= SMALLINT),
    `${satellites} satellites`,
  );
  for (const [name, value] of Object.entries(numbers))
    demand(
      value === null || (Number.isFinite(value) && Math.abs(value) < MOST_REAL),
      `${name} is ${value}`,
    );
  for (const [name, value] of Object.entries(attributes)) {
    checkText(name);
    if (typeof value === "string") checkText(value);
    else demand(Number.isFinite(Number(value)), `${name} is ${value}`);
  }
}

function checkId(uniqueId: string): void {
  demand(
    uniqueId !== "" && uniqueId.length <= LONGEST_ID,
    `an id of ${uniqueId.length} characters`,
  );
  checkText(uniqueId);
}

function checkText(text: string | null): void {
  demand(text === null || !NO_TEXT.test(text), `no text: ${JSON.stringify(text)}`);
}

function demand(kept: boolean, otherwise: string): void {
  if (!kept) throw new BrokenPromise(otherwise);
}
