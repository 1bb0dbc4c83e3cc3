import type { Gap, LiveEvent, Log } from "@zpr/ports";
import { Redis } from "ioredis";
import { GAP } from "./kept-events.ts";

/** The stream that all processes write to and read from. */
export const STREAM = "zpr:live-events";

/** What every connection to the cache needs. */
export interface CacheOptions {
  /** `redis://` or `rediss://`, with a password and a database number where there are such. */
  readonly url: string;
  readonly log: Log;
}

const CONNECT_MILLISECONDS = 2_000;
const FIRST_PAUSE_MILLISECONDS = 50;
const LONGEST_PAUSE_MILLISECONDS = 1_000;

/**
 * A connection that is made again when it breaks. While there is none, and when the cache says nothing
 * for so long, what is asked of it fails: nobody waits, and nothing gathers.
 */
export function connectToCache({ url, log }: CacheOptions, silenceMilliseconds: number): Redis {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_MILLISECONDS,
    socketTimeout: silenceMilliseconds,
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

/** An event as it stands in the stream. */
export function toText(event: LiveEvent | Gap): string {
  return JSON.stringify(event);
}

/** The event of an entry; what nobody can read is a gap. */
export function eventOf(text: string | undefined): LiveEvent | Gap {
  try {
    const value: unknown = JSON.parse(text ?? "", (key, part) =>
      INSTANTS.has(key) ? new Date(part) : part,
    );
    return isEvent(value) ? value : GAP;
  } catch {
    return GAP;
  }
}

const INSTANTS = new Set(["time", "lastHeardAt", "seenAt"]);

/** Only our own processes write to the stream, so its kind is proof enough. */
function isEvent(value: unknown): value is LiveEvent | Gap {
  return typeof value === "object" && value !== null && "kind" in value && "studyId" in value;
}
