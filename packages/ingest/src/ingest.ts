import type {
  FixBatch,
  FixLog,
  LiveEvent,
  LiveEvents,
  Log,
  LoggedMessage,
  Meter,
} from "@zpr/ports";
import { announce } from "./announce.ts";
import { decode } from "./decode.ts";
import { record } from "./record.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface IngestPorts {
  readonly fixLog: FixLog;
  readonly liveEvents: LiveEvents;
  readonly meter: Meter;
  readonly log: Log;
}

const BATCH_MESSAGES = 500;
const EVERY_MILLISECONDS = 1000;

/** Starts the worker that turns kept messages into fixes. Safe to run over the same messages again. */
export function startIngest(ports: IngestPorts): Worker {
  let limit = BATCH_MESSAGES;
  return startWorker({
    name: "ingest",
    everyMilliseconds: EVERY_MILLISECONDS,
    log: ports.log,
    async work() {
      try {
        const taken = await ingest(ports, limit);
        limit = BATCH_MESSAGES;
        return taken > 0;
      } catch (error) {
        // One message the store cannot take must not hold up the others: find it and set it aside.
        if (limit > 1) limit = Math.ceil(limit / 8);
        else await setAside(ports, String(error));
        throw error;
      }
    },
  });
}

async function ingest(ports: IngestPorts, limit: number): Promise<number> {
  let events: readonly LiveEvent[] = [];
  const taken = await ports.fixLog.take(limit, async (messages, batch) => {
    events = await digest(messages, batch, ports.meter);
  });
  for (const event of events) ports.liveEvents.publish(event);
  return taken;
}

async function digest(
  messages: readonly LoggedMessage[],
  batch: FixBatch,
  meter: Meter,
): Promise<readonly LiveEvent[]> {
  const { readable, problems } = decode(messages);
  await batch.undecodable(
    problems.map(({ message, reason }) => ({ rawMessageId: message.id, reason })),
  );
  await batch.decoded(readable.map(({ message }) => message.id));
  for (const { message } of problems) meter.count("messages-undecodable", message.protocol);
  const recorded = await record(readable, batch);
  for (const { protocol, rows } of recorded.trackers)
    meter.count("fixes-recorded", protocol, rows.length);
  for (const { protocol } of recorded.unknown)
    meter.count("messages-of-unknown-trackers", protocol);
  return announce(recorded);
}

async function setAside({ fixLog, log }: IngestPorts, reason: string): Promise<void> {
  await fixLog.take(1, async ([message], batch) => {
    if (!message) return;
    await batch.undecodable([
      { rawMessageId: message.id, reason: `the store refused it: ${reason}` },
    ]);
    log.error({ rawMessageId: message.id, reason }, "a message is set aside");
  });
}
