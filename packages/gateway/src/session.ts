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
  const { protocol, peer } = call;
  try {
    yield* answers(frames(chunks, protocol), call, ports);
  } catch (error) {
    if (!(error instanceof Noise)) throw error;
    ports.meter.count("noise", protocol.name);
    ports.log.error(
      { peer, protocol: protocol.name, hex: sampleOf(error.bytes), reason: error.message },
      "bytes that are no frame; the connection is closed",
    );
  }
}

async function* answers(
  frames: AsyncIterable<Buffer>,
  { protocol, peer, onLogin }: Call,
  ports: SessionPorts,
): AsyncGenerator<Buffer> {
  let uniqueId: string | null = null;
  for await (const frame of frames) {
    const meaning = protocol.understand(frame, uniqueId);
    if (meaning.kind === "login") {
      uniqueId = meaning.uniqueId;
      onLogin();
    }
    if (meaning.kind === "keep" || meaning.kind === "keep-corrupt")
      await keep(frame, { protocol: protocol.name, uniqueId }, ports);
    tell(meaning, { frame, peer, protocol: protocol.name }, ports);
    if ("reply" in meaning && meaning.reply) yield meaning.reply;
    if (meaning.kind === "refuse") return;
  }
}

/** Resolves when the frame is durable. */
async function keep(
  frame: Buffer,
  sender: { readonly protocol: string; readonly uniqueId: string | null },
  { rawLog, now }: SessionPorts,
): Promise<void> {
  await rawLog.append({ ...sender, transport: "tcp", receivedAt: now(), bytes: frame });
}

function tell(
  meaning: Meaning,
  {
    frame,
    peer,
    protocol,
  }: { readonly frame: Buffer; readonly peer: string; readonly protocol: string },
  { meter, log }: SessionPorts,
): void {
  if (meaning.kind === "keep") {
    meter.count("frames-kept", protocol);
    meter.count("records-acknowledged", protocol, meaning.records);
  }
  if (meaning.kind === "keep-corrupt") meter.count("frames-corrupt", protocol);
  if (meaning.kind === "keep-corrupt" || meaning.kind === "refuse")
    log.error(
      { peer, protocol, hex: sampleOf(frame), reason: meaning.reason },
      "a frame is not accepted",
    );
}

function sampleOf(bytes: Buffer): string {
  return bytes.toString("hex", 0, SAMPLE_BYTES);
}
