import { setTimeout as pause } from "node:timers/promises";
import type { LiveEvent } from "@zpr/ports";
import type { Redis } from "ioredis";
import { type CacheOptions, connectToCache } from "../cache/connect-to-cache.ts";
import { GAP, KEPT_EVENTS } from "./kept-events.ts";
import { STREAM, toText } from "./redis-stream.ts";

/** Where events of this process go out. */
export interface StreamPublisher {
  publish(event: LiveEvent): void;
  isConnected(): boolean;
  /** Gives what waits a moment to go out. */
  close(): Promise<void>;
}

const SILENCE_MILLISECONDS = 2_000;
const REFUSED_MILLISECONDS = 5_000;
const GOODBYE_MILLISECONDS = 500;
const BATCH_EVENTS = 500;
/** As many as readers keep: older ones are of no use to them. */
const WAITING_EVENTS = KEPT_EVENTS;

/** Writes events to the stream in the background. What is lost on the way is made up for by a gap before the next. */
export function streamPublisher(options: CacheOptions): StreamPublisher {
  const redis = connectToCache(options, { silenceMilliseconds: SILENCE_MILLISECONDS });
  const waiting: string[] = [];
  // Nobody knows what the process before this one committed and did not get to tell.
  let isGapDue = true;
  let isSending = false;
  let sent = Promise.resolve();

  function send(): void {
    if (!isSending) sent = sendAll();
  }

  async function sendAll(): Promise<void> {
    isSending = true;
    while (redis.status === "ready" && (isGapDue || waiting.length > 0)) {
      const error = await sendSome();
      // A broken connection ends this; when there is a new one it begins again.
      if (error && redis.status === "ready") {
        options.log.error({ error: String(error) }, "the cache does not take live events");
        await pause(REFUSED_MILLISECONDS, undefined, { ref: false });
      }
    }
    isSending = false;
  }

  async function sendSome(): Promise<unknown> {
    const texts = waiting.splice(0, BATCH_EVENTS);
    if (isGapDue) texts.unshift(toText(GAP));
    isGapDue = false;
    const error = await append(redis, texts);
    // Some may be in the stream. They are not written again: a gap covers them all.
    if (error) isGapDue = true;
    return error;
  }

  redis.on("ready", send);
  return {
    publish(event) {
      if (waiting.length === WAITING_EVENTS) {
        waiting.length = 0;
        isGapDue = true;
      }
      waiting.push(toText(event));
      send();
    },
    isConnected: () => redis.status === "ready",
    async close() {
      await Promise.race([sent, pause(GOODBYE_MILLISECONDS, undefined, { ref: false })]);
      redis.disconnect();
    },
  };
}

/** Adds entries to the stream in one go; gives what went wrong with any of them. */
async function append(redis: Redis, texts: readonly string[]): Promise<unknown> {
  const pipeline = redis.pipeline();
  for (const text of texts) pipeline.xadd(STREAM, "MAXLEN", "~", KEPT_EVENTS, "*", "event", text);
  try {
    const results = await pipeline.exec();
    return results?.find(([error]) => error)?.[0];
  } catch (error) {
    return error;
  }
}
