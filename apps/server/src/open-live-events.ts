import { memoryLiveEvents, redisLiveEvents } from "@zpr/platform";
import type { LiveEvents } from "@zpr/ports";
import type { Config } from "./config.ts";
import type { Logger } from "./logger.ts";

/** The announcer of live events, ready for who comes back to it. */
export interface OpenLiveEvents {
  readonly liveEvents: LiveEvents;
  /** What does not work as it should just now, although everything goes on. */
  degraded(): readonly string[];
  close(): Promise<void>;
}

/** Live events through the configured cache, or inside this process. */
export async function openLiveEvents(
  { ZPR_CACHE_URL: url }: Config,
  log: Logger,
  isWatched: boolean,
): Promise<OpenLiveEvents> {
  if (url === undefined)
    return { liveEvents: memoryLiveEvents(), degraded: () => [], close: async () => undefined };
  const liveEvents = redisLiveEvents({ url, log, isWatched });
  await liveEvents.began;
  return {
    liveEvents,
    degraded: () => (liveEvents.isConnected() ? [] : [AWAY]),
    close: liveEvents.close,
  };
}

const AWAY =
  "the cache does not answer: live events do not cross processes, nothing is remembered, and each process counts limits by itself";
