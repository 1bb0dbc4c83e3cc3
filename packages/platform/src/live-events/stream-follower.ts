import { setTimeout as pause } from "node:timers/promises";
import type { NumberedEvent } from "@zpr/ports";
import { type CacheOptions, connectToCache } from "../cache/connect-to-cache.ts";
import { KEPT_EVENTS, type KeptEvents } from "./kept-events.ts";
import { eventOf, STREAM } from "./redis-stream.ts";

/** A reader of the stream for all who watch in this process. */
export interface StreamFollower {
  isConnected(): boolean;
  /** Resolves when the stream is read for the first time, or is not to be had soon. */
  readonly began: Promise<void>;
  close(): Promise<void>;
}

const BLOCK_MILLISECONDS = 2_000;
const SILENCE_MILLISECONDS = 2 * BLOCK_MILLISECONDS;
const RETRY_MILLISECONDS = 100;
const REFUSED_MILLISECONDS = 5_000;
const BEGIN_MILLISECONDS = 2_000;
/** Without a cache nobody is told of anything, so they ask by themselves so often. */
const AWAY_MILLISECONDS = 15_000;
const BATCH_EVENTS = 500;
/** Before any entry. */
const START = "0-0";

type Entry = readonly [id: string, fields: readonly string[]];

/**
 * Follows the stream into `kept`. Whether something was missed is never judged by the order of ids,
 * which depend on the cache's clock, but by whether the last event we know is still there.
 */
export function followStream(options: CacheOptions, kept: KeptEvents): StreamFollower {
  const redis = connectToCache(options, { silenceMilliseconds: SILENCE_MILLISECONDS });
  const closing = new AbortController();
  const firstRead = Promise.withResolvers<void>();
  let life = "";
  let at = START;

  // A server that started again may have forgotten what was written last, whatever it saved.
  const numbered = ([id, fields]: Entry): NumberedEvent => ({
    id: `${life}-${id}`,
    event: eventOf(fields[1]),
  });

  async function catchUp(): Promise<void> {
    life = lifeOf(await redis.info("server"));
    const entries = await redis.xrevrange(STREAM, "+", "-", "COUNT", KEPT_EVENTS);
    at = entries[0]?.[0] ?? START;
    const events = entries.toReversed().map(numbered);
    const last = kept.place();
    const seen = events.findLastIndex(({ id }) => id === last);
    if (seen < 0) kept.beginAnew(events);
    else for (const event of events.slice(seen + 1)) kept.add(event);
    firstRead.resolve();
  }

  async function readOn(): Promise<void> {
    // The cache answers in this order: what was last is still there, so nothing after it is missing.
    const [read, last] = await Promise.all([
      redis.xread("COUNT", BATCH_EVENTS, "BLOCK", BLOCK_MILLISECONDS, "STREAMS", STREAM, at),
      redis.xrange(STREAM, at, at),
    ]);
    if (at !== START && last.length === 0) return catchUp();
    for (const entry of read?.[0]?.[1] ?? []) {
      at = entry[0];
      kept.add(numbered(entry));
    }
  }

  async function follow(): Promise<void> {
    await catchUp();
    while (!closing.signal.aborted) await readOn();
  }

  const isConnected = () => redis.status === "ready";

  async function followAlways(): Promise<void> {
    while (!closing.signal.aborted) {
      const error = await follow().catch((reason: unknown) => reason);
      const isRefused = error !== undefined && isConnected();
      if (isRefused)
        options.log.error({ error: String(error) }, "the cache does not give live events");
      const wait = isRefused ? REFUSED_MILLISECONDS : RETRY_MILLISECONDS;
      await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const timer = setInterval(() => {
    if (!isConnected()) kept.tellGap();
  }, AWAY_MILLISECONDS);
  timer.unref();
  const following = followAlways();
  return {
    isConnected,
    began: Promise.race([
      firstRead.promise,
      pause(BEGIN_MILLISECONDS, undefined, { ref: false, signal: closing.signal }),
    ]).catch(() => undefined),
    async close() {
      closing.abort();
      clearInterval(timer);
      redis.disconnect();
      await following;
    },
  };
}

/** What the server is called from its start to its end. */
function lifeOf(info: string): string {
  return /^run_id:(\w{8})/m.exec(info)?.[1] ?? "";
}
