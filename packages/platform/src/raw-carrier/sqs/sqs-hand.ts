import type { DeliveredParcel, Delivery, Log, ObjectStore } from "@zpr/ports";
import { parcelOf } from "../parcel-text.ts";
import { forgetLarge, pointedAt, readLarge } from "./large-parcels.ts";
import { MOST_IN_BATCH } from "./receipts.ts";
import type { Received, SqsReceiver } from "./sqs-receiver.ts";

/** A queue to take parcels from. */
export interface Source {
  readonly receiver: SqsReceiver;
  /** How long an empty queue is worth waiting for. */
  readonly waitSeconds: number;
  /** Deliveries before the parcels came into this queue. */
  readonly earlier: number;
}

interface Around {
  readonly objectStore: ObjectStore | undefined;
  readonly log: Log;
}

/** What one process has taken from one queue. */
export interface SqsHand {
  /** Parcels with at most `limit` messages, or one; undefined when the queue has none. */
  pull(limit: number): Promise<Delivery | undefined>;
  /** As its receiver's. */
  oldestSentAt(): Date | undefined;
  /** Gives back all that is in hand. */
  close(): Promise<void>;
}

/** Parcels have so many messages at most. */
export const PARCEL_MESSAGES = 100;

interface Taken {
  readonly received: Received;
  readonly parcel: DeliveredParcel;
}

/** Takes parcels from a queue, never more than are asked for: others may want them. */
export function sqsHand(source: Source, around: Around): SqsHand {
  const { receiver, waitSeconds } = source;

  async function gather(limit: number): Promise<readonly Taken[]> {
    const taken: Taken[] = [];
    let room = limit;
    for (let isFirst = true; isFirst || room >= PARCEL_MESSAGES; isFirst = false) {
      // SQS counts parcels, and each may be full.
      const most = Math.min(MOST_IN_BATCH, Math.max(1, Math.floor(room / PARCEL_MESSAGES)));
      const received = await receiver.receive(most, isFirst ? waitSeconds : 0).catch((error) => {
        // What is in hand already is to be delivered.
        if (isFirst) throw error;
        return [];
      });
      const opened = await openAll(received, source, around);
      taken.push(...opened);
      room -= opened.reduce((sum, { parcel }) => sum + parcel.messages.length, 0);
      if (received.length < most) break;
    }
    return taken;
  }

  return {
    async pull(limit) {
      const taken = await gather(limit);
      return taken.length > 0 ? deliveryOf(taken, source, around) : undefined;
    },
    oldestSentAt: receiver.oldestSentAt,
    close: receiver.close,
  };
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
        log.error({ error: String(error), parcel: one.id }, "a parcel cannot be fetched");
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
  { objectStore, log }: Around,
): Delivery {
  const received = taken.map((one) => one.received);
  return {
    parcels: taken.map(({ parcel }) => parcel),
    async done() {
      await receiver.remove(received);
      // Only now, as what is in the queue must not point to nothing.
      const large = received.flatMap(({ text }) => pointedAt(text) ?? []);
      await Promise.all(large.map((id) => forgetLarge(id, objectStore))).catch((error) =>
        log.warn({ error: String(error) }, "a recorded parcel is left in the object store"),
      );
    },
    giveBack: () => receiver.giveBack(received),
  };
}
