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
  for await (const frame of frames) {
    const meaning = call.protocol.understand(frame, uniqueId);
    if (meaning.kind === "login") {
      uniqueId = meaning.uniqueId;
      call.onLogin();
    }
    if (meaning.kind === "keep" || meaning.kind === "keep-corrupt")
      await ports.rawLog.append({
        protocol: call.protocol.name,
        uniqueId,
        transport: "tcp",
        receivedAt: ports.now(),
        bytes: frame,
      });
    count(meaning, call.protocol.name, ports.meter);
    if ("reason" in meaning)
      ports.log.error(
        { ...factsOf(call, frame), reason: meaning.reason },
        "a frame is not accepted",
      );
    if (meaning.reply) yield meaning.reply;
    if (meaning.kind === "refuse") return;
  }
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
