import type { Delivery, Log, ObjectStore, RawCarrier } from "@zpr/ports";
import { gatherParcels } from "../gather-parcels.ts";
import { carriedText } from "./large-parcels.ts";
import { PARCEL_MESSAGES, type Source, sqsHand } from "./sqs-hand.ts";
import { countIn, openSqsQueue, type SqsPlace, type SqsQueue } from "./sqs-queue.ts";
import { sqsReceiver } from "./sqs-receiver.ts";
import { sqsSender } from "./sqs-sender.ts";

export interface SqsCarrierOptions {
  /** The queue that gateways send to, `sqs://REGION/QUEUE[?endpoint=URL]`. */
  readonly url: string;
  /** The queue with what a decoder on the way has read of it; taken from in place of the first. */
  readonly decodedUrl?: string | undefined;
  /** For what is larger than SQS takes: one that all processes reach. */
  readonly objectStore: ObjectStore | undefined;
  readonly log: Log;
  /** What is held by a taker that is gone is delivered again after so long. */
  readonly holdSeconds?: number;
}

/** A quarter of what SQS takes: a decoder on the way has room to add what it read. */
const PARCEL = { mostMessages: PARCEL_MESSAGES, mostBytes: 256 * 1024, atOnce: 2 };
/** More than any door of ours lets in. */
const MOST_LARGE_BYTES = 4 * 1024 * 1024;
/** As base64, with what stands beside the bytes. */
const MOST_MESSAGE_BYTES = 700 * 1024;
const HOLD_SECONDS = 30;
const WAIT_SECONDS = 1;
/** Dead letters are rare, and asking for them costs. */
const DEAD_LETTERS_MILLISECONDS = 10_000;

/**
 * The raw log on Amazon SQS, in standard queues. Dead letters are taken like everything else, so what
 * could not be recorded ends among the messages that are kept and not decoded. Rejects when a queue
 * is not there or may not be used.
 */
export async function sqsCarrier(options: SqsCarrierOptions): Promise<RawCarrier> {
  const { url, decodedUrl, objectStore, log, holdSeconds = HOLD_SECONDS } = options;
  const raw = await openSqsQueue(url);
  const queues = decodedUrl === undefined ? [raw] : [raw, await openSqsQueue(decodedUrl)];
  const sender = sqsSender(raw);
  const gathered = gatherParcels({
    ...PARCEL,
    send: async (parcel) => sender.send(await carriedText(parcel, objectStore)),
  });
  const handOn = ({ client, url: at }: SqsPlace, how: Pick<Source, "waitSeconds" | "earlier">) =>
    sqsHand({ receiver: sqsReceiver({ client, url: at }, { holdSeconds, log }), ...how }, options);
  const main = handOn(queues.at(-1) ?? raw, { waitSeconds: WAIT_SECONDS, earlier: 0 });
  const deadLetters = deadLettersOf(queues);
  const dead = deadLetters.map((letters) =>
    handOn(letters, { waitSeconds: 0, earlier: letters.afterDeliveries }),
  );
  let deadLettersAt = 0;

  async function pullDead(limit: number): Promise<Delivery | undefined> {
    if (Date.now() < deadLettersAt) return undefined;
    for (const hand of dead) {
      const delivery = await hand.pull(limit);
      // There may be more, so they are asked for again at once.
      if (delivery) return delivery;
    }
    deadLettersAt = Date.now() + DEAD_LETTERS_MILLISECONDS;
    return undefined;
  }

  return {
    mostMessageBytes: objectStore ? MOST_LARGE_BYTES : MOST_MESSAGE_BYTES,
    append: gathered.append,
    pull: async (limit) => (await pullDead(limit)) ?? main.pull(limit),

    async waiting() {
      const counts = await Promise.all([...queues, ...deadLetters].map(countIn));
      return counts.reduce((sum, count) => sum + count, 0);
    },

    async oldestSeconds() {
      // SQS tells the age of its oldest message to CloudWatch alone.
      const sentAt = main.oldestSentAt();
      return sentAt ? Math.max(0, (Date.now() - sentAt.getTime()) / 1000) : 0;
    },

    async ping() {
      await Promise.all(queues.map(countIn));
    },

    async close() {
      await gathered.idle();
      await Promise.all([main, ...dead].map((hand) => hand.close()));
      for (const { client } of queues) client.destroy();
    },
  };
}

/** The queues of dead letters, each once: several queues may share one. */
function deadLettersOf(queues: readonly SqsQueue[]) {
  const all = queues.flatMap(({ client, deadLetters }) =>
    deadLetters ? [{ client, ...deadLetters }] : [],
  );
  return [...new Map(all.map((letters) => [letters.url, letters])).values()];
}
