import { Redis } from "ioredis";

/** What an operator wants to know of a cache. */
export interface CacheState {
  /** `Valkey 8.1.0`, `Redis 7.0.15`. */
  readonly server: string;
  /** What it does when its memory is full, as it calls it. */
  readonly whenFull: string;
  /** How long an answer took. */
  readonly milliseconds: number;
}

const PATIENCE_MILLISECONDS = 5_000;

/** Asks a Redis or Valkey what it is; fails with what is the matter when it does not say. */
export async function cacheState(url: string): Promise<CacheState> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MILLISECONDS,
    commandTimeout: PATIENCE_MILLISECONDS,
    retryStrategy: () => null,
  });
  let why: unknown;
  redis.on("error", (error) => {
    why ??= error;
  });
  try {
    await redis.connect();
    const began = performance.now();
    await redis.ping();
    const milliseconds = performance.now() - began;
    const facts = factsOf(await redis.info());
    const valkey = facts.get("valkey_version");
    return {
      server: valkey ? `Valkey ${valkey}` : `Redis ${facts.get("redis_version")}`,
      whenFull: facts.get("maxmemory_policy") ?? "unknown",
      milliseconds,
    };
  } catch (error) {
    throw why ?? error;
  } finally {
    redis.disconnect();
  }
}

/** Lines `name:value` of INFO. */
function factsOf(info: string): ReadonlyMap<string, string> {
  return new Map(
    info.split("\r\n").flatMap((line) => {
      const at = line.indexOf(":");
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
    }),
  );
}
