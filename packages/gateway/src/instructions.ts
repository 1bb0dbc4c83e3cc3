import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { CommandBox, Log, Meter, TakenCommand, TrackerKey } from "@zpr/ports";
import type { CommandAnswer, CommandLanguage, Protocol } from "@zpr/protocols";

/** What instructing a tracker needs from the world. */
export interface InstructionPorts {
  readonly commandBox: CommandBox;
  readonly meter: Meter;
  readonly log: Log;
}

export interface InstructionOptions {
  readonly protocol: Protocol;
  readonly language: CommandLanguage;
  /** Rung when there may be something to say. */
  readonly ring: () => void;
  /** An instruction that is not answered by then is put back. */
  readonly answerMilliseconds: number;
}

/** The instructions of one connection: one at a time, each until it is answered. */
export interface Instructions {
  /** The connection is this tracker's from now on. */
  meet(uniqueId: string): Promise<void>;
  /** The tracker reads instructions now; `farewell` tells it when there are no more. */
  listens(farewell: Buffer | undefined): void;
  /** What is to be said now, if anything. */
  next(): Promise<Buffer | undefined>;
  heard(answer: CommandAnswer, frame: Buffer): Promise<void>;
  /** The connection is over. */
  end(): Promise<void>;
}

const LOST = "the connection ended before an answer came";

/** The instructions of one connection with a tracker of a kind that takes them. */
export function instructionsFor(
  { protocol, language, ring, answerMilliseconds }: InstructionOptions,
  ports: InstructionPorts,
): Instructions {
  const { commandBox, meter } = ports;
  const carefully = carefulWith(ports.log);
  const connection = randomUUID();
  let tracker: TrackerKey | undefined;
  let stopListening = () => {};
  let isListening = false;
  let farewell: Buffer | undefined;
  let outstanding: TakenCommand | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function take(): Promise<TakenCommand | undefined> {
    if (!tracker || !commandBox.mayHave(tracker)) return undefined;
    return commandBox.take(tracker, connection, ({ id, text, ...addressee }) =>
      language.encode(text, { id, ...addressee }),
    );
  }

  async function putBack(note: string, again: boolean): Promise<void> {
    clearTimeout(timer);
    const lost = outstanding;
    outstanding = undefined;
    if (lost) await carefully(() => commandBox.unanswered(lost.id, note, again));
  }

  function awaitAnswer(): void {
    timer = setTimeout(() => {
      void putBack(`no answer within ${answerMilliseconds} ms`, true).then(ring);
    }, answerMilliseconds);
  }

  return {
    async meet(uniqueId) {
      if (tracker?.uniqueId === uniqueId) return;
      await putBack(LOST, false);
      stopListening();
      tracker = { protocol: protocol.name, uniqueId };
      stopListening = commandBox.whenQueued(tracker, ring);
    },

    listens(ending) {
      isListening = true;
      farewell = ending;
    },

    async next() {
      if (!isListening || outstanding) return undefined;
      outstanding = await carefully(take);
      if (outstanding) {
        meter.count("commands-sent", protocol.name);
        awaitAnswer();
        return Buffer.from(outstanding.bytes);
      }
      const last = farewell;
      if (last) isListening = false;
      farewell = undefined;
      return last;
    },

    async heard(answer, frame) {
      const from = tracker;
      if (!from) return;
      const id = await carefully(() =>
        commandBox.answered(from, connection, { ...answer, bytes: frame }),
      );
      if (id === undefined) return;
      if (answer.outcome === "acknowledged") meter.count("commands-acknowledged", protocol.name);
      if (answer.outcome === "failed") meter.count("commands-failed", protocol.name);
      if (id !== outstanding?.id) return;
      clearTimeout(timer);
      outstanding = undefined;
    },

    async end() {
      stopListening();
      await putBack(LOST, false);
    },
  };
}

/** Instructions can wait; a box that is out of order must not cost a tracker its connection. */
function carefulWith(log: Log) {
  return async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.error({ error: String(error) }, "the command box is out of order");
      return undefined;
    }
  };
}
