import type { DeliveredParcel, Delivery, Log, ObjectStore } from "@zpr/ports";
import { parcelOf } from "../parcel-text.ts";
import { MOST_IN_BATCH } from "./in-batches.ts";
import { forgetLarge, pointedAt, readLarge } from "./large-parcels.ts";
import type { Received, SqsReceiver } from "./sqs-receiver.ts";

/** A queue to take parcels from. */
export interface Source {
  readonly receiver: SqsReceiver;
  /** Whether an empty queue is worth waiting for. */
  readonly waits: boolean;
  /** Deliveries before the parcels came into this queue. */
  readonly earlier: number;
}

interface Around {
  readonly objectStore: ObjectStore | undefined;
  readonly log: Log;
  /** Deliveries that are neither done nor given back. */
  readonly inHand: Set<Delivery>;
}

interface Taken {
  readonly received: Received;
  readonly parcel: DeliveredParcel;
}

const WAIT_SECONDS = 1;

/** Takes parcels with about `limit` messages from a queue; undefined when it has none. */
export async function takeFrom(
  source: Source,
  limit: number,
  around: Around,
): Promise<Delivery | undefined> {
  const taken: Taken[] = [];
  let messages = 0;
  let waitSeconds = source.waits ? WAIT_SECONDS : 0;
  for (let isFull = true; isFull && messages < limit; waitSeconds = 0) {
    const received = await source.receiver.receive(waitSeconds).catch((error: Error) => {
      // What is in hand already is worth delivering.
      if (taken.length === 0) throw error;
      return [];
    });
    const opened = await openAll(received, source, around);
    taken.push(...opened);
    messages += opened.reduce((sum, { parcel }) => sum + parcel.messages.length, 0);
    isFull = received.length === MOST_IN_BATCH;
  }
  return taken.length > 0 ? deliveryOf(taken, source, around) : undefined;
}

/** Parcels that cannot be fetched just now go back, and do not hold up the others. */
async function openAll(
  received: readonly Received[],
  source: Source,
  { objectStore, log }: Around,
): Promise<readonly Taken[]> {
  const failed: Received[] = [];
  const opened = await Promise.all(
    received.map(async (one): Promise<readonly Taken[]> => {
      try {
        return [{ received: one, parcel: await open(one, source, objectStore) }];
      } catch (error) {
        log.error({ error: String(error), text: one.text }, "a parcel cannot be fetched");
        failed.push(one);
        return [];
      }
    }),
  );
  await source.receiver.giveBack(failed);
  return opened.flat();
}

/** What lies in the object store no more was recorded by another, and is known by its id. */
async function open(
  { id, text, sentAt, deliveries }: Received,
  { earlier }: Source,
  objectStore: ObjectStore | undefined,
): Promise<DeliveredParcel> {
  const large = pointedAt(text);
  const bytes = large === undefined ? undefined : await readLarge(large, objectStore);
  const parcel = parcelOf(bytes ?? Buffer.from(text), { id: large ?? id, at: sentAt });
  return { ...parcel, deliveries: earlier + deliveries };
}

function deliveryOf(
  taken: readonly Taken[],
  { receiver }: Source,
  { objectStore, log, inHand }: Around,
): Delivery {
  const received = taken.map((one) => one.received);
  const delivery: Delivery = {
    parcels: taken.map(({ parcel }) => parcel),
    async done() {
      inHand.delete(delivery);
      await receiver.remove(received);
      // Only now, as what is in the queue must not point to nothing.
      await Promise.all(
        received.map(async ({ text }) => {
          const large = pointedAt(text);
          if (large !== undefined) await forgetLarge(large, objectStore);
        }),
      ).catch((error) => log.warn({ error: String(error) }, "a recorded parcel is left behind"));
    },
    async giveBack() {
      inHand.delete(delivery);
      await receiver.giveBack(received);
    },
  };
  inHand.add(delivery);
  return delivery;
}
