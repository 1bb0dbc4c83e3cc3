import { setTimeout as pause } from "node:timers/promises";
import type { LiveEvents } from "@zpr/ports";
import { describeLiveEvents, heardFrom, watch } from "@zpr/testkit";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RedisLiveEvents, redisLiveEvents } from "./redis-live-events.ts";
import { STREAM } from "./redis-stream.ts";
import { type CacheServer, cacheServer, hasRedis } from "./testing.ts";

const KILLS = 20;
const note = () => undefined;
const log = { info: note, warn: note, error: note };

let cache: CacheServer;
const opened: RedisLiveEvents[] = [];

/** What one process has. */
function open(isWatched = true): RedisLiveEvents {
  const events = redisLiveEvents({ url: cache.url, log, isWatched });
  opened.push(events);
  return events;
}

/** As `open`, when its beginning has been told on all sides. */
async function openTogether(count: number): Promise<RedisLiveEvents[]> {
  const sides = Array.from({ length: count }, () => open());
  await Promise.all(sides.map(({ began }) => began));
  for (const [number, from] of sides.entries()) await arrived(from, sides, number);
  return sides;
}

async function arrived(from: LiveEvents, sides: readonly LiveEvents[], number: number) {
  const watchers = sides.map((side) => watch(side));
  from.publish(heardFrom(number));
  for (const { seen, stop } of watchers) {
    await expect.poll(() => seen).toContain(number);
    stop();
  }
}

async function ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(cache.url);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

describe.skipIf(!hasRedis)("with a real Redis", () => {
  beforeAll(async () => {
    cache = await cacheServer();
    await cache.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((events) => events.close())));
  afterAll(() => cache.kill());

  describeLiveEvents("Redis", async () => {
    const [here, there] = await openTogether(2);
    if (!here || !there) throw new Error("two were opened");
    return { here, there };
  });

  it("gives who comes to a process that started later what it missed", async () => {
    const [old] = await openTogether(1);
    const { ids } = old ? watch(old) : { ids: [] };
    for (const number of [1, 2, 3]) old?.publish(heardFrom(number));
    await expect.poll(() => ids).toHaveLength(3);
    const young = open();
    await young.began;
    expect(watch(young, ids[0]).seen.slice(0, 2)).toEqual([2, 3]);
  });

  it("tells a gap when a process begins to publish, as the one before may have told less than it did", async () => {
    const [reader] = await openTogether(1);
    const { seen } = reader ? watch(reader) : { seen: [] };
    open(false).publish(heardFrom(7));
    await expect.poll(() => seen).toEqual(["gap", 7]);
  });

  it("tells a gap when the cache was emptied, whatever its clock says then", async () => {
    const [publisher, reader] = await openTogether(2);
    const { seen, ids } = reader ? watch(reader) : { seen: [], ids: [] };
    publisher?.publish(heardFrom(1));
    await expect.poll(() => seen).toEqual([1]);
    await ask(async (redis) => {
      await redis.flushall();
      // As from a server whose clock is years behind.
      await redis.xadd(STREAM, "1-1", "event", JSON.stringify(heardFrom(2)));
    });
    await expect.poll(() => seen).toEqual([1, "gap"]);
    const again = reader && watch(reader, ids[0]);
    expect(again?.seen).toEqual(["gap"]);
    publisher?.publish(heardFrom(3));
    await expect.poll(() => seen).toEqual([1, "gap", 3]);
  });

  it("takes an entry that it cannot read for a gap", async () => {
    const [reader] = await openTogether(1);
    const { seen } = reader ? watch(reader) : { seen: [] };
    await ask(async (redis) => {
      await redis.xadd(STREAM, "*", "event", "{");
      await redis.xadd(STREAM, "*", "something", "else");
    });
    await expect.poll(() => seen).toEqual(["gap", "gap"]);
  });

  it("keeps no more in the cache than readers keep", async () => {
    const [publisher] = await openTogether(1);
    for (let number = 0; number < 12; number++) {
      for (let more = 0; more < 999; more++) publisher?.publish(heardFrom(more));
      if (publisher) await arrived(publisher, [publisher], 1000 + number);
    }
    expect(await ask((redis) => redis.xlen(STREAM))).toBeLessThan(6000);
  });

  it("neither waits nor fails while the cache stands still, and tells a gap for what it had to drop", async () => {
    const [publisher, reader] = await openTogether(2);
    const { seen } = reader ? watch(reader) : { seen: [] };
    cache.freeze();
    const began = performance.now();
    for (let number = 0; number < 20_000; number++) publisher?.publish(heardFrom(number));
    expect(performance.now() - began).toBeLessThan(1000);
    await expect.poll(() => publisher?.isConnected()).toBe(false);
    await expect.poll(() => reader?.isConnected()).toBe(false);
    cache.thaw();
    await expect.poll(() => reader?.isConnected()).toBe(true);
    if (publisher && reader) await arrived(publisher, [reader], 20_000);
    // What was dropped, and what came while nobody read.
    expect(seen).toContain("gap");
  });

  it("closes soon when there was never a cache", async () => {
    await cache.kill();
    const lonely = open();
    lonely.publish(heardFrom(1));
    await lonely.began;
    expect(lonely.isConnected()).toBe(false);
    const began = performance.now();
    await lonely.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await cache.start();
  });

  it(`tells every event or a gap, ${KILLS} kills of the cache under a stream of events`, async () => {
    const [first, second, reader] = await openTogether(3);
    if (!first || !second || !reader) throw new Error("three were opened");
    const streams = [streamOf(first, 0), streamOf(second, 1_000_000)];
    const staying = account(reader, streams);
    const leaving = account(second, streams);
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(50 + Math.random() * 150);
      await cache.kill();
      if (kill % 3 === 0) leaving.breakOff();
      await pause(Math.random() * 100);
      await cache.start();
      const before = staying.heard();
      await expect.poll(staying.heard).toBeGreaterThan(before);
      leaving.comeBack(kill % 2 === 0 ? reader : second);
    }
    for (const stream of streams) await stream.end();
    for (const one of [staying, leaving]) {
      await expect.poll(one.unaccounted).toEqual([]);
      expect(one.silentJumps()).toEqual([]);
      expect(one.heard()).toBeGreaterThan(KILLS);
    }
  }, 120_000);
});

/** Publishes without a pause, numbers from `first` on. */
function streamOf(events: LiveEvents, first: number) {
  let next = first;
  const timer = setInterval(() => {
    for (let more = 0; more < 3; more++) events.publish(heardFrom(next++));
  }, 5);
  return {
    first,
    next: () => next,
    async end() {
      clearInterval(timer);
      await arrived(events, [events], next++);
    },
  };
}

type Stream = ReturnType<typeof streamOf>;

/** Keeps book of what a watcher saw, which may leave and come back with the last id it had. */
function account(from: LiveEvents, streams: readonly Stream[]) {
  const numbers = new Set<number>();
  const jumps: string[] = [];
  const reached = new Map(streams.map((stream) => [stream, stream.next() - 1]));
  /** What was published when the last gap was told, which the watcher then asked for again. */
  const asked = new Map(streams.map((stream) => [stream, stream.first]));
  let isAsking = false;
  let last: string | undefined;

  function take(number: number): void {
    const stream = streams.find(({ first }) => Math.floor(number / 1_000_000) * 1_000_000 === first);
    if (!stream) return;
    const before = reached.get(stream) ?? 0;
    const isCovered = number <= (asked.get(stream) ?? 0) + 1 || before + 1 >= number;
    if (number <= before) jumps.push(`${number} after ${before}`);
    else if (number > before + 1 && !isAsking && !isCovered) jumps.push(`${before} to ${number}`);
    reached.set(stream, number);
    numbers.add(number);
  }

  function begin(events: LiveEvents): () => void {
    return events.subscribe(({ id, event }) => {
      last = id;
      if (event.kind === "tracker") return take(event.trackerId);
      for (const stream of streams) {
        asked.set(stream, stream.next());
        reached.set(stream, Math.max(reached.get(stream) ?? 0, 0));
      }
      isAsking = true;
    }, last ?? events.place());
  }

  let stop: (() => void) | undefined = begin(from);
  return {
    heard: () => numbers.size,
    breakOff() {
      stop?.();
      stop = undefined;
    },
    comeBack(events: LiveEvents) {
      stop ??= begin(events);
    },
    silentJumps: () => jumps,
    /** Published, never seen, and no gap was told since. */
    unaccounted: () =>
      streams.flatMap((stream) => {
        const all = Array.from({ length: stream.next() - stream.first }, (_, n) => stream.first + n);
        return all.filter((number) => !numbers.has(number) && number >= (asked.get(stream) ?? 0));
      }),
  };
}
