import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import type {
  CommandBox,
  DownlinkSender,
  Log,
  Meter,
  TakenCommand,
  TrackerKey,
  WaitingCommand,
} from "@zpr/ports";

export interface CourierPorts {
  readonly commandBox: CommandBox;
  /** The network behind each protocol whose trackers are not on a connection of ours. */
  readonly senders: Readonly<Record<string, DownlinkSender>>;
  readonly meter: Meter;
  readonly log: Log;
}

/** Carries instructions to networks that reach trackers for us. */
export interface Courier {
  close(): Promise<void>;
}

const AGAIN_MILLISECONDS = 60_000;

/** Something of ours failed before a network got the instruction, such as the database. */
class NotHandedOver extends Error {
  override readonly name = "NotHandedOver";
  readonly code = "ERR_NOT_HANDED_OVER";
}

interface Errand {
  readonly tracker: TrackerKey;
  /** By what name the instruction was taken. */
  readonly taker: string;
  readonly sender: DownlinkSender;
}

/**
 * Hands what is queued for such trackers to their networks, one at a time for each tracker, as soon
 * as it is queued. One courier at a time may run on a database.
 */
export function startCourier(
  { commandBox, senders, meter, log }: CourierPorts,
  againMilliseconds = AGAIN_MILLISECONDS,
): Courier {
  let connection = randomUUID();
  const busy = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  function ring(tracker: TrackerKey): void {
    const sender = senders[tracker.protocol];
    const key = `${tracker.protocol} ${tracker.uniqueId}`;
    if (!sender || isClosed) return;
    const turn = (busy.get(key) ?? Promise.resolve())
      .then(() => carryAll(tracker, sender))
      .catch((error: unknown) => {
        log.error({ ...tracker, error: String(error) }, "an instruction could not be handed over");
        // Under the name by which it was taken it would never be taken again.
        if (error instanceof NotHandedOver) connection = randomUUID();
        later(tracker);
      })
      .finally(() => busy.get(key) === turn && busy.delete(key));
    busy.set(key, turn);
  }

  function later(tracker: TrackerKey): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      ring(tracker);
    }, againMilliseconds);
    timers.add(timer);
  }

  async function carryAll(tracker: TrackerKey, sender: DownlinkSender): Promise<void> {
    const taker = connection;
    while (!isClosed && commandBox.mayHave(tracker)) {
      let waiting: WaitingCommand | undefined;
      const taken = await commandBox.take(tracker, taker, (command) => {
        waiting = command;
        return { ok: true, bytes: Buffer.from(command.text), key: null };
      });
      if (!taken || !waiting) return;
      if ((await carry(waiting, taken, { tracker, taker, sender })) === "later")
        return later(tracker);
    }
  }

  async function carry(
    waiting: WaitingCommand,
    { id }: TakenCommand,
    { tracker, taker, sender }: Errand,
  ): Promise<"done" | "later"> {
    const expect = (key: string) => commandBox.expects(id, key);
    const handed = await sender.send(waiting, expect).catch((cause: unknown) => {
      throw new NotHandedOver(String(cause), { cause });
    });
    if (handed.outcome === "sent") {
      await commandBox.handedOver(id, handed);
      meter.count("commands-sent", tracker.protocol);
      return "done";
    }
    if (handed.outcome === "retry") {
      await commandBox.unanswered(id, handed.reason, true);
      return "later";
    }
    const echo = { key: null, outcome: "failed", text: handed.reason } as const;
    await commandBox.answered(tracker, taker, echo);
    meter.count("commands-failed", tracker.protocol);
    return "done";
  }

  const stop = commandBox.whenAnyQueued(ring);
  return {
    async close() {
      isClosed = true;
      stop();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(busy.values());
    },
  };
}
