import type {
  CodecRunner,
  ReadMessage,
  ReplayBatch,
  ReplayExtent,
  ReplayLog,
  ReplayScope,
  ReplayStep,
} from "@zpr/ports";
import { blamesData, faultText } from "../blame.ts";
import { RIM } from "../judge.ts";
import { NO_FORESIGHT, startForesight } from "./foresight.ts";
import { replayBatch, sendersOf } from "./replay-batch.ts";
import { type ReplayReport, startReport } from "./replay-report.ts";
import type { Replayed } from "./replayed.ts";

/** What a replay needs from the world. */
export interface ReplayPorts {
  readonly replayLog: ReplayLog;
  readonly codecRunner: CodecRunner;
}

/** How a replay is to go. */
export interface ReplayOptions {
  readonly scope: ReplayScope;
  /** All that is written is undone again, so that the report says what would happen. */
  readonly dryRun: boolean;
  /** How many examples of each outcome the report has. */
  readonly show: number;
  /** How many messages make one transaction. */
  readonly batchMessages?: number;
  /** Ends the replay behind the batch in hand. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What a replay did, and whether it came to its end. */
export interface FinishedReplay extends ReplayReport {
  readonly finished: boolean;
}

const BATCH_MESSAGES = 500;
/** Registering a tracker waits for the batch in hand, and ingest behind it; after one as slow as this the next is smaller. */
const SLOW_MILLISECONDS = 1000;
/** A batch with a message that cannot be recorded is tried again in as many parts. */
const PARTS = 8;

/**
 * Reads kept messages again as ingest would read them today, in the order in which they were kept.
 * Each batch is whole or not there, and one that changes nothing writes nothing: a replay may be
 * cut off and run again, twice over, and beside ingest.
 */
export async function replay(ports: ReplayPorts, options: ReplayOptions): Promise<FinishedReplay> {
  const { scope, dryRun, show, signal, onProgress } = options;
  const { replayLog } = ports;
  const extent = await replayLog.extent(scope);
  const report = startReport(show);
  const trackerIds = new Set<number>();
  let done = 0;
  for await (const replayed of batchesOf(ports, extent, options)) {
    report.add(replayed);
    for (const id of replayed.trackerIds) trackerIds.add(id);
    done += replayed.messages.length;
    onProgress(done, extent.count);
    if (signal.aborted) return { ...report.report(), finished: false };
  }
  if (!dryRun) await replayLog.settle([...trackerIds], RIM.count);
  return { ...report.report(), finished: true };
}

async function* batchesOf(
  { replayLog, codecRunner }: ReplayPorts,
  { first, last }: ReplayExtent,
  { scope, dryRun, batchMessages = BATCH_MESSAGES }: ReplayOptions,
): AsyncGenerator<Replayed> {
  const foresight = dryRun ? startForesight() : NO_FORESIGHT;
  let after = first - 1;
  let limit = batchMessages;
  while (after < last) {
    const step = { scope, after, last, limit, dryRun };
    const began = performance.now();
    const attempt = await attemptStep(replayLog, step, (messages, batch) =>
      replayBatch(messages, batch, { foresight, codecRunner }),
    );
    const replayed = attempt.outcome ?? (await setAside(replayLog, step, attempt));
    const isTooMuch = !replayed || performance.now() - began > SLOW_MILLISECONDS;
    limit = isTooMuch
      ? Math.ceil((attempt.size || limit) / PARTS)
      : Math.min(batchMessages, limit * PARTS);
    if (!replayed) continue;
    const newest = replayed.messages.at(-1);
    if (!newest) return;
    yield replayed;
    after = newest.message.id;
  }
}

interface Attempt {
  /** Undefined when a message of the batch is to blame for it not being recorded. */
  readonly outcome?: Replayed;
  readonly size: number;
  readonly fault: string;
}

const NOTHING: Replayed = { messages: [], fixes: [], trackerIds: [] };

async function attemptStep(
  log: ReplayLog,
  step: ReplayStep,
  work: (messages: readonly ReadMessage[], batch: ReplayBatch) => Promise<Replayed>,
): Promise<Attempt> {
  let size = 0;
  try {
    const outcome = await log.take(step, (messages, batch) => {
      size = messages.length;
      return work(messages, batch);
    });
    return { outcome: outcome ?? NOTHING, size, fault: "" };
  } catch (error) {
    if (!blamesData(error)) throw error;
    return { size, fault: String(error) };
  }
}

/** One message that cannot be recorded must not hold up the others. What it said before is kept. */
async function setAside(
  log: ReplayLog,
  step: ReplayStep,
  { size, fault }: Attempt,
): Promise<Replayed | undefined> {
  if (size > 1) return undefined;
  return log.take({ ...step, limit: 1 }, async (messages, batch) => {
    const reason = faultText(fault);
    const news = messages.filter(({ problem }) => problem !== reason);
    await batch.undecodable(news.map(({ id }) => ({ rawMessageId: id, reason })));
    const known = await batch.trackers(sendersOf(messages));
    const kept = await batch.stored({
      trackerIds: [...known.values()].map(({ id }) => id),
      rawMessageIds: messages.map(({ id }) => id),
      places: [],
    });
    return {
      ...NOTHING,
      messages: messages.map((message) => ({
        message,
        outcome: message.problem === null ? "noLongerDecoded" : "stillUndecodable",
        reason,
        keptFixes: kept.length,
      })),
    };
  });
}
