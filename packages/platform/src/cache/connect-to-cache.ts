import type { Log } from "@zpr/ports";
import { Redis } from "ioredis";

/** What every connection to the cache needs. */
export interface CacheOptions {
  /** `redis://` or `rediss://`, with a password and a database number where there are such. */
  readonly url: string;
  readonly log: Log;
}

/** How long the cache may say nothing. */
export interface Patience {
  /** Until the connection counts as broken. */
  readonly silenceMilliseconds: number;
  /** Until a single question has failed; none but that of the connection when absent. */
  readonly answerMilliseconds?: number;
}

const CONNECT_MILLISECONDS = 2_000;
const FIRST_PAUSE_MILLISECONDS = 50;
const LONGEST_PAUSE_MILLISECONDS = 1_000;

/**
 * A connection that is made again when it breaks. While there is none, and when the cache says nothing
 * for so long, what is asked of it fails: nobody waits, and nothing gathers.
 */
export function connectToCache(
  { url, log }: CacheOptions,
  { silenceMilliseconds, answerMilliseconds }: Patience,
): Redis {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_MILLISECONDS,
    socketTimeout: silenceMilliseconds,
    ...(answerMilliseconds !== undefined && { commandTimeout: answerMilliseconds }),
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) =>
      Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** times),
  });
  // Not the URL: it may hold a password.
  const cache = new URL(url).host;
  let isMissed = false;
  redis.on("error", (error) => {
    if (!isMissed) log.warn({ cache, error: String(error) }, "the cache is out of reach");
    isMissed = true;
  });
  redis.on("ready", () => {
    if (isMissed) log.info({ cache }, "the cache is there again");
    isMissed = false;
  });
  return redis;
}
