import type { Delivery, FixBatch, FixLog, Log, LoggedMessage, RawCarrier } from "@zpr/ports";
import { digest, tell } from "./digest.ts";
import { BATCH_MESSAGES, type IngestPorts } from "./ingest.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface IngestCarriedPorts extends IngestPorts {
  readonly carrier: RawCarrier;
}

/** What came so often may be what ends the processes that try to record it. */
const MOST_DELIVERIES = 5;
const HOUR_MILLISECONDS = 3_600_000;

/**
 * Starts the worker that records what a carrier delivers. What cannot be recorded at once waits in the
 * raw log's own queue, so `startIngest` has to run somewhere too.
 */
export function startIngestCarried(ports: IngestCarriedPorts): Worker {
  const { carrier, fixLog, codecRunner, log } = ports;
  const recording = startWorker({
    name: "ingest of what is carried",
    // The carrier itself waits for what comes.
    everyMilliseconds: 0,
    log,
    async work() {
      const delivery = await carrier.pull(BATCH_MESSAGES);
      if (!delivery) return false;
      const work = (messages: readonly LoggedMessage[], batch: FixBatch) =>
        digest(messages, batch, codecRunner);
      const done = await takeDelivery(delivery, work, { fixLog, log });
      if (done) tell(done, ports);
      return true;
    },
  });
  const forgetting = startWorker({
    name: "forgetting of parcels",
    everyMilliseconds: HOUR_MILLISECONDS,
    log,
    async work() {
      await fixLog.forgetParcels();
      return false;
    },
  });
  return {
    ring: recording.ring,
    idle: recording.idle,
    async stop() {
      await Promise.all([recording.stop(), forgetting.stop()]);
    },
  };
}

/**
 * Brings a delivery into the database: recorded by `work` in the same transaction, or else waiting in
 * the raw log's queue, where what is to blame is found and set aside. Only then the carrier forgets it.
 * When the database takes neither, the delivery goes back and this rejects.
 */
export async function takeDelivery<Outcome>(
  delivery: Delivery,
  work: (messages: readonly LoggedMessage[], batch: FixBatch) => Promise<Outcome>,
  { fixLog, log }: { readonly fixLog: FixLog; readonly log: Log },
): Promise<Outcome | undefined> {
  const { parcels } = delivery;
  let outcome: Outcome | undefined;
  try {
    if (parcels.some(({ deliveries }) => deliveries > MOST_DELIVERIES))
      await fixLog.shelve(parcels);
    else outcome = await enterOrShelve();
  } catch (error) {
    await delivery.giveBack();
    throw error;
  }
  await delivery.done();
  return outcome;

  async function enterOrShelve(): Promise<Outcome | undefined> {
    try {
      return await fixLog.enter(parcels, work);
    } catch (error) {
      await fixLog.shelve(parcels);
      log.warn({ error: String(error) }, "messages could not be recorded at once and wait");
      return undefined;
    }
  }
}
