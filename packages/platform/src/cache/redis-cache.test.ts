import { setTimeout as pause } from "node:timers/promises";
import { cachedSource, describeCache } from "@zpr/testkit";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RedisCache, redisCache } from "./redis-cache.ts";
import { type CacheServer, cacheServer, hasRedis } from "./testing.ts";

const KILLS = 20;
/** As long as the longest thing here is kept. */
const BOUND_SECONDS = 2;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let server: CacheServer;
const opened: RedisCache[] = [];

/** What one process has. */
function open(version = "1"): RedisCache {
  const cache = redisCache({ url: server.url, log, version, now: () => new Date() });
  opened.push(cache);
  return cache;
}

/** Two processes that both have reached the cache, which is empty. */
async function openTwo(): Promise<readonly [RedisCache, RedisCache]> {
  await ask((redis) => redis.flushall());
  const two = [open(), open()] as const;
  for (const one of two) await reached(one);
  return two;
}

/** Resolves when a process remembers what it asked. */
async function reached(cache: RedisCache): Promise<void> {
  const source = cachedSource(`reached ${Math.random()}`);
  await expect
    .poll(async () => {
      const before = source.asked();
      await source.read(cache);
      return source.asked() - before;
    })
    .toBe(0);
}

async function ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(server.url);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

describe.skipIf(!hasRedis)("with a real Redis", () => {
  beforeAll(async () => {
    server = await cacheServer();
    await server.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((cache) => cache.close())));
  afterAll(() => server.kill());

  describeCache("Redis", async () => {
    const [here, there] = await openTwo();
    return { here, there };
  });

  it("keeps versions apart, as their answers may have other shapes, but not their invalidations", async () => {
    const [old] = await openTwo();
    const young = open("2");
    await reached(young);
    const source = cachedSource();
    await source.read(old);
    await source.read(young);
    expect(source.asked()).toBe(2);
    source.write();
    await young.invalidate(["answer"]);
    expect(await source.read(old)).toBe(1);
  });

  it("asks again when the cache was emptied, and keeps nothing that was read before", async () => {
    const [here, there] = await openTwo();
    const source = cachedSource();
    await source.read(here);
    await ask((redis) => redis.flushall());
    source.slowDown(async () => {
      source.slowDown(async () => undefined);
      source.write();
      await there.invalidate(["answer"]);
      await ask((redis) => redis.flushall());
    });
    expect(await source.read(here)).toBe(0);
    for (const side of [here, there]) expect(await source.read(side)).toBe(1);
  });

  it.each(["zpr:cache:place", "zpr:cache:beginning"])(
    "gives nothing old when a full cache dropped %s",
    async (key) => {
      const [here, there] = await openTwo();
      const source = cachedSource();
      await source.read(here);
      await ask((redis) => redis.del(key));
      source.write();
      await there.invalidate(["answer"]);
      for (const side of [here, there]) expect(await source.read(side)).toBe(1);
      for (const side of [here, there]) await source.read(side);
      expect(source.asked()).toBe(2);
    },
  );

  it("takes what it cannot read for nothing", async () => {
    const [here] = await openTwo();
    const source = cachedSource();
    await source.read(here);
    await ask((redis) => redis.hset("zpr:cache:1:answer", "value", "{"));
    expect(await source.read(here)).toBe(0);
    expect(source.asked()).toBe(2);
  });

  it("asks the source where the cache takes nothing more", async () => {
    const [here] = await openTwo();
    const source = cachedSource();
    await ask((redis) => redis.config("SET", "maxmemory", "1"));
    for (let n = 0; n < 3; n++) {
      source.write();
      expect(await source.read(here)).toBe(source.value());
      expect((await here.count("full", 60)).count).toBe(n + 1);
    }
    await ask((redis) => redis.config("SET", "maxmemory", "0"));
    await reached(here);
  });

  it("has nobody wait long while the cache stands still, and then knows what was written meanwhile", async () => {
    const [here, there] = await openTwo();
    const source = cachedSource();
    for (const side of [here, there]) await source.read(side);
    await here.count("tries", 60);
    await there.count("tries", 60);
    await here.count("tries", 60);
    server.freeze();
    const began = performance.now();
    source.write();
    await here.invalidate(["answer"]);
    const readBoth = async () => [await source.read(here), await source.read(there)];
    for (let n = 0; n < 100; n++) expect(await readBoth()).toEqual([1, 1]);
    expect((await here.count("tries", 60)).count).toBe(4);
    // Each side waits once; the rest goes by.
    expect(performance.now() - began).toBeLessThan(1_500);
    await pause(2_500);
    expect(await readBoth()).toEqual([1, 1]);
    server.thaw();
    await reached(here);
    await reached(there);
    expect(await readBoth()).toEqual([1, 1]);
    await here.count("tries", 60);
    expect((await there.count("tries", 60)).count).toBeGreaterThanOrEqual(6);
  });

  it("opens and answers without a cache, and counts by itself", async () => {
    await server.kill();
    const alone = open();
    const source = cachedSource();
    for (let n = 1; n <= 3; n++) {
      source.write();
      await alone.invalidate(["answer"]);
      expect(await source.read(alone)).toBe(n);
      expect((await alone.count("alone", 60)).count).toBe(n);
    }
    await server.start();
    await reached(alone);
  });

  it(`shows every write at once where it could be said, and within ${BOUND_SECONDS} s where not, ${KILLS} kills and freezes of the cache`, async () => {
    const two = await openTwo();
    const source = cachedSource("under kills", BOUND_SECONDS);
    source.slowDown(() => pause(Math.random() * 3));
    const written: { readonly value: number; readonly at: number }[] = [];
    let isOver = false;
    const side = () => (Math.random() < 0.5 ? two[0] : two[1]);
    const writing = (async () => {
      while (!isOver) {
        source.write();
        const value = source.value();
        await side().invalidate(["under kills"]);
        written.push({ value, at: performance.now() });
        await pause(Math.random() * 10);
      }
    })();
    const tooOld: string[] = [];
    let reads = 0;
    const readers = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        const asked = performance.now();
        const due = written.findLast(({ at }) => at < asked - BOUND_SECONDS * 1000)?.value ?? 0;
        const value = await source.read(side());
        reads += 1;
        if (value < due) tooOld.push(`${value} where ${due} was due`);
        await pause(Math.random() * 3);
      }
    });
    for (let turn = 0; turn < KILLS; turn++) {
      await pause(100 + Math.random() * 200);
      if (turn % 4 === 3) {
        server.freeze();
        await pause(Math.random() * 600);
        server.thaw();
        continue;
      }
      await server.kill();
      await pause(Math.random() * 100);
      await server.start();
    }
    isOver = true;
    await Promise.all([writing, ...readers]);
    expect(tooOld).toEqual([]);
    expect(reads).toBeGreaterThan(KILLS * 10);
    for (const one of two) await reached(one);
    for (const one of two) expect(await source.read(one)).toBe(source.value());
  }, 120_000);
});
