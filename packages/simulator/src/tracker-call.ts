import { Buffer } from "node:buffer";
import { setTimeout as pause } from "node:timers/promises";
import type { Heard, Speaker, Speech } from "./speech.ts";
import type { TrackerRecord } from "./teltonika-encode.ts";
import type { GatewayAddress } from "./wire.ts";
import { tcpWire, udpWire, type Wire } from "./wire.ts";

/** Nothing holds back a sender of datagrams that nobody answers, so it does so itself. */
const DATAGRAM_PAUSE_MILLISECONDS = 20;

/** One connection of a tracker of any kind, from its greeting until it hangs up. */
export interface TrackerCall {
  /** Delivers records; gives how many messages the server took. Rejects when it takes one not, or the connection ends. */
  report(records: readonly TrackerRecord[]): Promise<number>;
  /** Delivers messages made before, as a tracker does that was not answered: the same bytes again. */
  deliver(messages: readonly Buffer[]): Promise<void>;
  /** Texts of the instructions it was given so far, each of which it answered. */
  readonly instructions: readonly string[];
  close(): void;
  /** Says the beginning of a message and loses its network. */
  breakOff(message: Buffer): void;
}

export interface TrackerCallOptions {
  readonly speech: Speech;
  readonly speaker: Speaker;
  readonly transport?: "tcp" | "udp";
  readonly timeoutMilliseconds?: number;
  readonly localAddress?: string;
  /** Hears of every instruction. */
  readonly onInstruction?: (text: string) => void;
  /** Whether instructions are answered; a tracker that is out of order does not. */
  readonly isObedient?: boolean;
}

/** A tracker that numbers its messages from 1. */
export function speakerNamed(uniqueId: string): Speaker {
  let number = 0;
  return {
    uniqueId,
    nextNumber: () => {
      number += 1;
      return number;
    },
  };
}

/** Calls a server and greets it; resolves when it may report. */
export async function callServer(
  address: GatewayAddress,
  options: TrackerCallOptions,
): Promise<TrackerCall> {
  const { speech, speaker, transport = "tcp", isObedient = true } = options;
  const instructions: string[] = [];
  const answers = answerQueue(options.timeoutMilliseconds ?? 15_000);
  let received: Buffer = Buffer.alloc(0);
  let wire: Wire | undefined;

  function heed(heard: Heard): void {
    if (heard.kind === "accepted" || heard.kind === "refused") answers.put(heard.kind);
    if (heard.kind !== "command") return;
    instructions.push(heard.text);
    options.onInstruction?.(heard.text);
    if (isObedient) wire?.write(heard.answer);
  }

  function onBytes(bytes: Buffer): void {
    received = Buffer.concat([received, bytes]);
    for (
      let heard = speech.hear(received, speaker);
      heard.kind !== "incomplete";
      heard = speech.hear(received, speaker)
    ) {
      received = received.subarray(heard.length);
      heed(heard);
    }
  }

  async function say(message: Buffer): Promise<void> {
    wire?.write(message);
    if (!speech.isAnswered && transport === "udp") await pause(DATAGRAM_PAUSE_MILLISECONDS);
    if (!speech.isAnswered) return;
    if ((await answers.take()) === "refused") throw new Error("the server took it not");
  }

  const open = transport === "udp" ? udpWire : tcpWire;
  const { localAddress } = options;
  wire = await open(address, {
    onBytes,
    onEnd: answers.fail,
    ...(localAddress && { localAddress }),
  });
  const greeting = speech.greeting(speaker);
  if (greeting && transport === "tcp") await say(greeting);
  async function deliver(messages: readonly Buffer[]): Promise<void> {
    for (const message of messages) await say(message);
  }
  return {
    instructions,
    deliver,
    async report(records) {
      const messages = speech.report(records, speaker);
      await deliver(messages);
      return messages.length;
    },
    close: () => wire?.close(),
    breakOff(message) {
      wire?.write(message.subarray(0, Math.ceil(message.length / 2)));
      wire?.breakOff();
    },
  };
}

/** The server's answers in the order they come, each waited for so long. */
function answerQueue(timeoutMilliseconds: number) {
  const come: ("accepted" | "refused")[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  return {
    put(answer: "accepted" | "refused") {
      come.push(answer);
      wake();
    },
    fail(reason: Error) {
      failure ??= reason;
      wake();
    },
    async take() {
      const late = setTimeout(() => {
        failure ??= new Error(`no answer within ${timeoutMilliseconds} ms`);
        wake();
      }, timeoutMilliseconds);
      try {
        for (;;) {
          const answer = come.shift();
          if (answer) return answer;
          if (failure) throw failure;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        clearTimeout(late);
      }
    },
  };
}
