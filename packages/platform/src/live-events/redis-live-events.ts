import type { LiveEvents } from "@zpr/ports";
import type { CacheOptions } from "../cache/connect-to-cache.ts";
import { keptEvents } from "./kept-events.ts";
import { followStream } from "./stream-follower.ts";
import { streamPublisher } from "./stream-publisher.ts";

export interface RedisLiveEventsOptions extends CacheOptions {
  /** Whether anybody watches in this process; one that only publishes need not read. */
  readonly isWatched: boolean;
}

/** Live events that all processes on one cache share. */
export interface RedisLiveEvents extends LiveEvents {
  /** Resolves when who comes back finds what it missed, or the cache is not to be had soon. */
  readonly began: Promise<void>;
  /** Whether events cross between processes now. */
  isConnected(): boolean;
  close(): Promise<void>;
}

/** Live events through a stream in Redis or Valkey, which may come and go. */
export function redisLiveEvents({ isWatched, ...cache }: RedisLiveEventsOptions): RedisLiveEvents {
  const kept = keptEvents();
  const publisher = streamPublisher(cache);
  const follower = isWatched ? followStream(cache, kept) : undefined;
  return {
    publish: publisher.publish,
    subscribe: kept.subscribe,
    place: kept.place,
    began: follower?.began ?? Promise.resolve(),
    isConnected: () => publisher.isConnected() && (follower?.isConnected() ?? true),
    async close() {
      await Promise.all([publisher.close(), follower?.close()]);
    },
  };
}
