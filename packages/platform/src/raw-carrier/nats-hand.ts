import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Consumer, JsMsg } from "@nats-io/jetstream";
import type { DeliveredParcel, Delivery } from "@zpr/ports";
import { SILENCE_MILLISECONDS } from "./nats-stream.ts";
import { parcelOf } from "./parcel-text.ts";

/** Parcels asked for at once: some ten batches of ingest at most; those that are not its turn yet wait in hand. */
const ASKED = 50;
/** So long the server may take to find them; it gives signs of life twice as often. */
const ASKING_MILLISECONDS = 5_000;
const WAIT_MILLISECONDS = 1_000;
const SIGN_OF_LIFE_MILLISECONDS = SILENCE_MILLISECONDS / 3;
/** Whoever gave back could not record, so asking again at once would be in vain. */
const BACK_MILLISECONDS = 1_000;

/** What one process has been given and not yet answered for. */
export interface Hand {
  pull(limit: number): Promise<Delivery | undefined>;
  /** Gives back all that is in hand. */
  close(): Promise<void>;
}

interface Held {
  readonly since: number;
  readonly message: JsMsg;
  readonly parcel: DeliveredParcel;
}

/** Takes parcels from a consumer as they come, a bounded number ahead of who records them. */
export function natsHand(consumerOf: () => Promise<Consumer>): Hand {
  const waiting: Held[] = [];
  const held = new Set<JsMsg>();
  let asking: Promise<void> | undefined;
  let stopAsking = () => {};
  let arrived = Promise.withResolvers<void>();
  const signs = setInterval(() => {
    // What this process does not get round to is left to others.
    const late = waiting.findIndex(({ since }) => since > Date.now() - SIGN_OF_LIFE_MILLISECONDS);
    letGo(waiting.splice(0, late === -1 ? waiting.length : late), (message) => message.nak());
    for (const message of held) message.working();
  }, SIGN_OF_LIFE_MILLISECONDS).unref();

  async function ask(): Promise<void> {
    const consumer = await consumerOf();
    const coming = await consumer.fetch({ max_messages: ASKED, expires: ASKING_MILLISECONDS });
    stopAsking = () => coming.stop();
    try {
      for await (const message of coming) {
        held.add(message);
        waiting.push({ since: Date.now(), message, parcel: toParcel(message) });
        arrived.resolve();
      }
    } catch {
      // It fell silent. Why, and whether it still does, whoever asks next finds out.
    }
  }

  /** Resolves when something is in hand, or nothing came for a while. */
  async function something(): Promise<void> {
    if (waiting.length > 0) return;
    arrived = Promise.withResolvers();
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    const long = pause(WAIT_MILLISECONDS, undefined, { ref: false });
    await Promise.race([arrived.promise, asking, long]);
  }

  function letGo(taken: readonly Held[], how: (message: JsMsg) => void): void {
    for (const { message } of taken) {
      held.delete(message);
      how(message);
    }
  }

  return {
    async pull(limit) {
      await something();
      // What arrived together is taken together.
      await pause(0);
      const taken = waiting.splice(0, countWithin(limit, waiting));
      if (taken.length === 0) return undefined;
      return {
        parcels: taken.map(({ parcel }) => parcel),
        done: async () => letGo(taken, (message) => message.ack()),
        giveBack: async () => letGo(taken, (message) => message.nak(BACK_MILLISECONDS)),
      };
    },

    async close() {
      clearInterval(signs);
      stopAsking();
      for (const message of held) message.nak();
    },
  };
}

/** How many of these have so many messages in all; one in any case. */
function countWithin(limit: number, all: readonly Held[]): number {
  let messages = 0;
  const end = all.findIndex(({ parcel }) => {
    messages += parcel.messages.length;
    return messages > limit;
  });
  return end === -1 ? all.length : Math.max(1, end);
}

function toParcel(message: JsMsg): DeliveredParcel {
  const { stream, streamSequence, deliveryCount } = message.info;
  const id = uuidFrom(`${stream} ${streamSequence} ${message.timestamp}`);
  return { ...parcelOf(message.data, { id, at: message.time }), deliveries: deliveryCount };
}

/** A UUID of version 8 that is the same for the same text. */
function uuidFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
