import { createHash } from "node:crypto";
import type { Cache, Log, Tally } from "@zpr/ports";
import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import { type CacheOptions, connectToCache } from "./connect-to-cache.ts";
import { memoryTally } from "./memory-tally.ts";
import { invalidateTags, keepAt, lookAt } from "./redis-shelf.ts";
import { rememberer } from "./rememberer.ts";
import { unsaidTags } from "./unsaid-tags.ts";

export interface RedisCacheOptions extends CacheOptions {
  /** Names the shapes of what is kept: processes of different versions keep apart, and invalidate together. */
  readonly version: string;
  readonly now: () => Date;
}

/** A cache that all processes share. */
export interface RedisCache extends Cache {
  close(): Promise<void>;
}

/** As the live events': a silent connection is made anew. */
const SILENCE_MILLISECONDS = 2_000;
/** Longer than a query mostly takes; who waited so long asks the database. */
const ANSWER_MILLISECONDS = 500;
/** A cache that did not answer is left alone so long, or everybody would wait for it. */
const REST_MILLISECONDS = 1_000;
const MOST_UNCOUNTED = 20_000;

/** A cache in Redis or Valkey, which may come and go. */
export function redisCache({ version, now, ...options }: RedisCacheOptions): RedisCache {
  const redis = connectToCache(options, {
    silenceMilliseconds: SILENCE_MILLISECONDS,
    answerMilliseconds: ANSWER_MILLISECONDS,
  });
  const ask = patientlyOf(redis, options.log);
  const unsaid = unsaidTags();
  const tally = memoryTally(now);
  /** What the cache is still to be told, perhaps a second time: better a try too many than none. */
  const uncounted = new LRUCache<string, number>({ max: MOST_UNCOUNTED });

  async function invalidate(tags: readonly string[]): Promise<boolean> {
    const { all, said } = unsaid.add(tags);
    const isSaid = await ask(async () => {
      await invalidateTags(redis, all);
      return true;
    });
    if (isSaid) said();
    return isSaid ?? false;
  }

  // What this process changed and could not say is not to be seen by its own callers either.
  const isInvalidated = async () => unsaid.isEmpty() || invalidate([]);
  redis.on("ready", () => void isInvalidated());

  const keyOf = (key: string) => `zpr:cache:${version}:${key}`;
  return {
    ...rememberer({
      look: async (key) =>
        (await isInvalidated()) ? ask(() => lookAt(redis, keyOf(key))) : undefined,
      keep: (key, kept) => ask(() => keepAt(redis, keyOf(key), kept)),
    }),
    async invalidate(tags) {
      await invalidate(tags);
    },
    async count(key, seconds, by = 1) {
      // Counted here too: when the cache is gone, this process goes on from what it last heard.
      const own = tally.count(key, seconds, by);
      const all = by + (uncounted.get(key) ?? 0);
      uncounted.delete(key);
      const hash = createHash("sha256").update(key).digest("base64url");
      const shared = await ask(() => countAt(redis, `zpr:count:${hash}`, { seconds, by: all }));
      if (shared) tally.learn(key, shared);
      else uncounted.set(key, all + (uncounted.get(key) ?? 0), { ttl: seconds * 1000 });
      return shared ?? own;
    },
    async close() {
      redis.disconnect();
    },
  };
}

/** Asks; nothing when the cache is not there, or did not answer just now. */
function patientlyOf(redis: Redis, log: Log) {
  let restsUntil = 0;
  return async <Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> => {
    if (redis.status !== "ready" || performance.now() < restsUntil) return undefined;
    try {
      return await question();
    } catch (error) {
      if (redis.status === "ready" && performance.now() >= restsUntil)
        log.warn({ error: String(error) }, "the cache does not answer and is passed by");
      restsUntil = performance.now() + REST_MILLISECONDS;
      return undefined;
    }
  };
}

async function countAt(
  redis: Redis,
  key: string,
  { seconds, by }: { readonly seconds: number; readonly by: number },
): Promise<Tally> {
  const said = await redis
    .multi()
    .set(key, 0, "EX", seconds, "NX")
    .incrby(key, by)
    .pttl(key)
    .exec();
  const [, [, count] = [], [, milliseconds] = []] = said ?? [];
  if (typeof count !== "number" || typeof milliseconds !== "number")
    throw new Error("the cache does not count");
  return { count, secondsLeft: Math.ceil(milliseconds / 1000) };
}
