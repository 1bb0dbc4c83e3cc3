import type { Delivery, Log, ObjectStore, RawCarrier } from "@zpr/ports";
import { gatherParcels } from "../gather-parcels.ts";
import { carriedText } from "./large-parcels.ts";
import { countIn, openSqsQueue, type SqsQueue } from "./sqs-queue.ts";
import { sqsReceiver } from "./sqs-receiver.ts";
import { sqsSender } from "./sqs-sender.ts";
import { type Source, takeFrom } from "./take-parcels.ts";

export interface SqsCarrierOptions {
  /** The queue that gateways send to, `sqs://REGION/QUEUE[?endpoint=URL]`. */
  readonly url: string;
  /** The queue with what a decoder on the way has read of it; taken from in place of the first. */
  readonly decodedUrl?: string | undefined;
  /** For what is larger than SQS takes: one that all processes reach. */
  readonly objectStore?: ObjectStore | undefined;
  readonly log: Log;
  /** What is held by a taker that is gone is delivered again after so long. */
  readonly holdSeconds?: number;
}

/** A quarter of what SQS takes: a decoder on the way has room to add what it read. */
const PARCEL = { mostMessages: 250, mostBytes: 256 * 1024, atOnce: 2 };
/** As base64, with what stands beside the bytes. */
const MOST_MESSAGE_BYTES = 700 * 1024;
const HOLD_SECONDS = 30;
/** Dead letters are rare, and asking for them costs. */
const DEAD_LETTERS_MILLISECONDS = 10_000;

/**
 * The raw log on Amazon SQS, in standard queues. Dead letters are taken like everything else, so what
 * could not be recorded ends among the messages that are kept and not decoded. Rejects when a queue
 * is not there or may not be used.
 */
export async function sqsRawCarrier(options: SqsCarrierOptions): Promise<RawCarrier> {
  const { url, decodedUrl, objectStore, log, holdSeconds = HOLD_SECONDS } = options;
  const raw = await openSqsQueue(url);
  const queues = decodedUrl === undefined ? [raw] : [raw, await openSqsQueue(decodedUrl)];
  const sender = sqsSender(raw);
  const gathered = gatherParcels({
    ...PARCEL,
    send: async (parcel) => sender.send(await carriedText(parcel, objectStore)),
  });
  const receiving = { holdSeconds, log };
  const last = queues.at(-1) ?? raw;
  const main: Source = { receiver: sqsReceiver(last, receiving), waits: true, earlier: 0 };
  const dead = deadLettersOf(queues).map(
    ({ client, url: deadUrl, afterDeliveries }): Source => ({
      receiver: sqsReceiver({ client, url: deadUrl }, receiving),
      waits: false,
      earlier: afterDeliveries,
    }),
  );
  const inHand = new Set<Delivery>();
  const pulls = new Set<Promise<unknown>>();
  let deadLettersAt = 0;

  async function pullSome(limit: number): Promise<Delivery | undefined> {
    if (Date.now() >= deadLettersAt) {
      for (const source of dead) {
        const letters = await takeFrom(source, limit, { objectStore, log, inHand });
        // There may be more, so they are asked for again at once.
        if (letters) return letters;
      }
      deadLettersAt = Date.now() + DEAD_LETTERS_MILLISECONDS;
    }
    return takeFrom(main, limit, { objectStore, log, inHand });
  }

  return {
    mostMessageBytes: objectStore ? Number.POSITIVE_INFINITY : MOST_MESSAGE_BYTES,
    append: gathered.append,

    pull(limit) {
      const pull = pullSome(limit).finally(() => pulls.delete(pull));
      pulls.add(pull);
      return pull;
    },

    async waiting() {
      const places = [...queues, ...deadLettersOf(queues)];
      return (await Promise.all(places.map(countIn))).reduce((sum, count) => sum + count, 0);
    },

    async ping() {
      await Promise.all(queues.map(countIn));
    },

    async close() {
      await gathered.idle();
      await Promise.allSettled(pulls);
      await Promise.all([...inHand].map((delivery) => delivery.giveBack()));
      for (const { receiver } of [main, ...dead]) receiver.close();
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
