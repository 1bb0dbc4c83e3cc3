import type { Buffer } from "node:buffer";
import type { Log, Meter, RawLog } from "@zpr/ports";
import type { Meaning, Protocol } from "@zpr/protocols";
import { frames, Noise } from "./frames.ts";

/** What a session needs from the world. */
export interface SessionPorts {
  readonly rawLog: RawLog;
  readonly meter: Meter;
  readonly log: Log;
  readonly now: () => Date;
}

/** Who is calling, as far as the connection shows. */
export interface Call {
  readonly protocol: Protocol;
  /** Address and port, for the log. */
  readonly peer: string;
  readonly onLogin: () => void;
}

const SAMPLE_BYTES = 64;

/**
 * One tracker's call: bytes in as they arrive, bytes out to answer with.
 * A frame is in the raw log before anything is said back: what we acknowledged, we have.
 */
export async function* session(
  chunks: AsyncIterable<Buffer>,
  call: Call,
  ports: SessionPorts,
): AsyncGenerator<Buffer> {
  try {
    yield* answers(frames(chunks, call.protocol), call, ports);
  } catch (error) {
    if (!(error instanceof Noise)) throw error;
    ports.meter.count("noise", call.protocol.name);
    const facts = { ...factsOf(call, error.bytes), reason: error.message };
    ports.log.error(facts, "bytes that are no frame; the connection is closed");
  }
}

async function* answers(
  frames: AsyncIterable<Buffer>,
  call: Call,
  ports: SessionPorts,
): AsyncGenerator<Buffer> {
  let uniqueId: string | null = null;
  let context: string | null = null;
  for await (const frame of frames) {
    const receivedAt = ports.now();
    const caller = { uniqueId, context, transport: "tcp", now: receivedAt } as const;
    const meaning = call.protocol.understand(frame, caller);
    const sender = senderOf(meaning);
    if (sender !== undefined) call.onLogin();
    uniqueId = sender ?? uniqueId;
    if (meaning.kind === "login") context = meaning.context ?? null;
    if (isKept(meaning))
      await ports.rawLog.append({
        protocol: call.protocol.name,
        uniqueId,
        transport: "tcp",
        receivedAt,
        bytes: frame,
        context,
      });
    count(meaning, call.protocol.name, ports.meter);
    complain(meaning, factsOf(call, frame), ports.log);
    if (meaning.reply) yield meaning.reply;
    if (meaning.kind === "refuse") return;
  }
}

function complain(meaning: Meaning, facts: object, log: Log): void {
  if ("reason" in meaning)
    log.error({ ...facts, reason: meaning.reason }, "a frame is not accepted");
}

function senderOf(meaning: Meaning): string | undefined {
  return meaning.kind === "login" || meaning.kind === "keep" ? meaning.uniqueId : undefined;
}

function isKept(meaning: Meaning): boolean {
  if (meaning.kind === "login") return meaning.keep === true;
  return meaning.kind === "keep" || meaning.kind === "keep-corrupt";
}

function count(meaning: Meaning, protocol: string, meter: Meter): void {
  if (meaning.kind === "keep-corrupt") meter.count("frames-corrupt", protocol);
  if (meaning.kind !== "keep") return;
  meter.count("frames-kept", protocol);
  meter.count("records-acknowledged", protocol, meaning.records);
}

function factsOf({ peer, protocol }: Call, bytes: Buffer): object {
  return { peer, protocol: protocol.name, hex: bytes.toString("hex", 0, SAMPLE_BYTES) };
}
