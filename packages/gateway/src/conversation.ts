import type { Buffer } from "node:buffer";
import type { CommandBox, Log, Meter, RawLog } from "@zpr/ports";
import type { Meaning, Protocol } from "@zpr/protocols";
import { type Instructions, instructionsFor } from "./instructions.ts";
import { keepFrame } from "./keep-frame.ts";

/** What talking with trackers needs from the world. */
export interface GatewayPorts {
  readonly rawLog: RawLog;
  readonly commandBox: CommandBox;
  readonly meter: Meter;
  readonly log: Log;
  readonly now: () => Date;
}

/** Whom we talk with, and for how long we are patient. */
export interface Peer {
  readonly protocol: Protocol;
  readonly transport: "tcp" | "udp";
  /** Address and port, for the log. */
  readonly address: string;
  /** Rung when there may be something to say to it. */
  readonly ring: () => void;
  /** Whether so much of its noise may still be kept and logged. */
  readonly keepsNoise: () => boolean;
  /** Called when it has said who it is. */
  readonly onKnown: () => void;
  readonly patience: Patience;
}

export interface Patience {
  /** How long an instruction may take to be answered. */
  readonly answerMilliseconds: number;
  /** How long the raw log may be out of order before a call is cut without an answer. */
  readonly keepMilliseconds: number;
}

/** A conversation with one tracker, over whatever carries the bytes. */
export interface Conversation {
  /** Keeps a frame, then gives what is to be said, piece by piece. */
  hear(frame: Buffer): AsyncGenerator<Buffer, "go on" | "hang up">;
  /** What is to be said although nothing was heard. */
  remind(): AsyncGenerator<Buffer>;
  /** Keeps bytes that are no frame. */
  noise(bytes: Buffer, reason: string): Promise<void>;
  end(): Promise<void>;
}

const SAMPLE_BYTES = 64;
const MOST_NOISE_BYTES = 4096;

/** Begins to talk: a frame is in the raw log before anything is said back. What we acknowledged, we have. */
export function converse(peer: Peer, ports: GatewayPorts): Conversation {
  const { protocol, transport, patience } = peer;
  const { name } = protocol;
  let uniqueId: string | null = null;
  let context: string | null = null;
  const instructions: Instructions | undefined =
    protocol.commands &&
    instructionsFor(
      {
        protocol,
        language: protocol.commands,
        ring: peer.ring,
        answerMilliseconds: patience.answerMilliseconds,
      },
      ports,
    );

  async function keep(bytes: Buffer, receivedAt: Date): Promise<void> {
    const message = { protocol: name, uniqueId, transport, receivedAt, bytes, context };
    await keepFrame(message, ports, patience.keepMilliseconds);
  }

  async function meet(meaning: Meaning): Promise<void> {
    if (meaning.kind === "login") context = meaning.context ?? null;
    const sender = senderOf(meaning);
    if (sender === undefined) return;
    peer.onKnown();
    uniqueId = sender;
    await instructions?.meet(sender);
  }

  function complain(reason: string, bytes: Buffer): void {
    const hex = bytes.toString("hex", 0, SAMPLE_BYTES);
    ports.log.error({ peer: peer.address, protocol: name, hex, reason }, "bytes are not accepted");
  }

  async function* remind(): AsyncGenerator<Buffer> {
    const words = await instructions?.next();
    if (words) yield words;
  }

  async function heedAnswer(meaning: Meaning, frame: Buffer): Promise<void> {
    if (meaning.kind === "keep" && meaning.answer) await instructions?.heard(meaning.answer, frame);
  }

  return {
    remind,

    async *hear(frame) {
      const began = performance.now();
      const receivedAt = ports.now();
      const meaning = protocol.understand(frame, { uniqueId, context, transport, now: receivedAt });
      await meet(meaning);
      if (isKept(meaning)) {
        await keep(frame, receivedAt);
        ports.meter.took("acknowledgement", (performance.now() - began) / 1000, {});
      }
      count(meaning, name, ports.meter);
      if ("reason" in meaning) complain(meaning.reason, frame);
      // Before the reply: who has said it may have hung up already.
      await heedAnswer(meaning, frame);
      if (meaning.reply) yield meaning.reply;
      if (meaning.kind === "refuse") return "hang up";
      if ("listens" in meaning && meaning.listens) instructions?.listens(meaning.farewell);
      yield* remind();
      return "go on";
    },

    async noise(bytes, reason) {
      ports.meter.count("noise", name);
      if (!peer.keepsNoise()) return;
      complain(reason, bytes);
      await keep(bytes.subarray(0, MOST_NOISE_BYTES), ports.now());
    },

    end: async () => instructions?.end(),
  };
}

function senderOf(meaning: Meaning): string | undefined {
  return meaning.kind === "login" || meaning.kind === "keep" ? meaning.uniqueId : undefined;
}

/** What is refused has not said who it is, and is kept like all that nobody can read yet. */
function isKept(meaning: Meaning): boolean {
  if (meaning.kind === "login") return meaning.keep === true;
  return meaning.kind !== "ping";
}

function count(meaning: Meaning, protocol: string, meter: Meter): void {
  if (meaning.kind === "keep-corrupt") meter.count("frames-corrupt", protocol);
  if (meaning.kind !== "keep") return;
  meter.count("frames-kept", protocol);
  meter.count("records-acknowledged", protocol, meaning.records);
}
