import type {
  CodecRunner,
  FixBatch,
  FixLog,
  LiveEvents,
  Log,
  LoggedMessage,
  Meter,
  QueueEnd,
} from "@zpr/ports";
import { blamesData, faultText } from "./blame.ts";
import { digest, tell } from "./digest.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface IngestPorts {
  readonly fixLog: FixLog;
  readonly codecRunner: CodecRunner;
  readonly liveEvents: LiveEvents;
  readonly meter: Meter;
  readonly log: Log;
}

/** So many messages share a transaction. */
export const BATCH_MESSAGES = 500;
const EVERY_MILLISECONDS = 1000;
/** A batch with a message that cannot be recorded is tried again in as many parts. */
const PARTS = 8;

/** Starts the worker that turns kept messages into fixes. Safe to run over the same messages again. */
export function startIngest(ports: IngestPorts): Worker {
  let limit = BATCH_MESSAGES;
  let from: QueueEnd = "oldest";
  return startWorker({
    name: "ingest",
    everyMilliseconds: EVERY_MILLISECONDS,
    log: ports.log,
    async work() {
      const { taken, unread, fault } = await ingest(ports, limit, from);
      if (fault === undefined) {
        const more = taken.length === limit || unread > 0;
        // What slow codecs have still to read must not keep waiting what comes in behind it.
        from = unread > 0 && from === "oldest" ? "newest" : "oldest";
        limit = Math.min(BATCH_MESSAGES, limit * PARTS);
        return more;
      }
      // One message that cannot be recorded must not hold up the others.
      const [first, second] = taken;
      if (first && !second) await setAside(first, fault, ports);
      limit = Math.ceil(taken.length / PARTS);
      return true;
    },
  });
}

interface Attempt {
  readonly taken: readonly LoggedMessage[];
  /** How many of them wait again, as their codecs had no time left. */
  readonly unread: number;
  /** Why the messages could not be recorded, if one of them is to blame. */
  readonly fault?: string;
}

/** Records up to `limit` waiting messages, all of them or none, but for those whose codecs have no time left. */
export async function ingest(
  ports: IngestPorts,
  limit: number,
  from: QueueEnd = "oldest",
): Promise<Attempt> {
  const taken: LoggedMessage[] = [];
  try {
    const work = (messages: readonly LoggedMessage[], batch: FixBatch) => {
      taken.push(...messages);
      return digest(messages, batch, ports.codecRunner);
    };
    const done = await ports.fixLog.take(limit, work, from);
    if (done) tell(done, ports);
    return { taken, unread: done?.unread ?? 0 };
  } catch (error) {
    if (!blamesData(error)) throw error;
    return { taken, unread: 0, fault: String(error) };
  }
}

async function setAside(
  message: LoggedMessage,
  fault: string,
  { fixLog, log, meter }: IngestPorts,
): Promise<void> {
  await fixLog.setAside({ rawMessageId: message.id, reason: faultText(fault) });
  meter.count("messages-undecodable", message.protocol);
  log.error({ rawMessageId: message.id, fault }, "a message is set aside");
}
