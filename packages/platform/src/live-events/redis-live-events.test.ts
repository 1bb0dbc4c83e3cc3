import { setTimeout as pause } from "node:timers/promises";
import type { LiveEvents } from "@zpr/ports";
import { describeLiveEvents, heardFrom, watch } from "@zpr/testkit";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type CacheServer, cacheServer, hasRedis } from "../cache/testing.ts";
import { keptEvents } from "./kept-events.ts";
import { type RedisLiveEvents, redisLiveEvents } from "./redis-live-events.ts";
import { STREAM } from "./redis-stream.ts";
import { followStream } from "./stream-follower.ts";

const KILLS = 20;
const lines: string[] = [];
const note = (_: object, line: string) => void lines.push(line);
const log = { info: note, warn: note, error: note };

let cache: CacheServer;
const opened: RedisLiveEvents[] = [];

/** What one process has. */
function open(isWatched = true): RedisLiveEvents {
  const events = redisLiveEvents({ url: cache.url, log, isWatched });
  opened.push(events);
  return events;
}

/** Three processes that have told each other of their beginning. */
async function openThree(): Promise<readonly [RedisLiveEvents, RedisLiveEvents, RedisLiveEvents]> {
  const three = [open(), open(), open()] as const;
  await Promise.all(three.map(({ began }) => began));
  for (const [number, from] of three.entries()) await arrived(from, three, number);
  return three;
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
    const [here, there] = await openThree();
    return { here, there };
  });

  it("gives who comes to a process that started later what it missed", async () => {
    const [old] = await openThree();
    const { ids } = watch(old);
    for (const number of [1, 2, 3]) old.publish(heardFrom(number));
    await expect.poll(() => ids).toHaveLength(3);
    const young = open();
    await young.began;
    expect(watch(young, ids[0]).seen.slice(0, 2)).toEqual([2, 3]);
  });

  it("tells a gap when a process begins to publish, as the one before may have told less than it did", async () => {
    const [reader] = await openThree();
    const { seen } = watch(reader);
    open(false).publish(heardFrom(7));
    await expect.poll(() => seen).toEqual(["gap", 7]);
  });

  it("tells a gap when the cache was emptied, whatever its clock says then", async () => {
    const [publisher, reader] = await openThree();
    const { seen, ids } = watch(reader);
    publisher.publish(heardFrom(1));
    await expect.poll(() => seen).toEqual([1]);
    await ask(async (redis) => {
      await redis.flushall();
      // As from a server whose clock is years behind.
      await redis.xadd(STREAM, "1-1", "event", JSON.stringify(heardFrom(2)));
    });
    await expect.poll(() => seen).toEqual([1, "gap"]);
    expect(watch(reader, ids[0]).seen).toEqual(["gap"]);
    publisher.publish(heardFrom(3));
    await expect.poll(() => seen).toEqual([1, "gap", 3]);
  });

  it("tells a gap when the cache started again, even if it has saved what was seen last", async () => {
    const [publisher] = await openThree();
    const { ids } = watch(publisher);
    publisher.publish(heardFrom(1));
    await expect.poll(() => ids).toHaveLength(1);
    const saved = await ask((redis) => redis.xrevrange(STREAM, "+", "-", "COUNT", 1));
    const [id, fields] = saved[0] ?? ["", []];
    await Promise.all(opened.splice(0).map((events) => events.close()));
    await cache.kill();
    await cache.start();
    await ask((redis) => redis.xadd(STREAM, id, ...fields));
    const kept = keptEvents();
    const follower = followStream({ url: cache.url, log }, kept);
    await follower.began;
    expect(watch(kept, ids[0]).seen).toEqual(["gap"]);
    await follower.close();
  });

  it("tells a gap for what the cache did not take", async () => {
    const [publisher, reader] = await openThree();
    const { seen } = watch(reader);
    await ask((redis) => redis.acl("SETUSER", "default", "-xadd"));
    publisher.publish(heardFrom(1));
    await expect.poll(() => lines).toContain("the cache does not take live events");
    await ask((redis) => redis.acl("SETUSER", "default", "+xadd"));
    publisher.publish(heardFrom(2));
    await expect.poll(() => seen).toEqual(["gap", 2]);
  });

  it("takes an entry that it cannot read for a gap", async () => {
    const { seen } = watch((await openThree())[0]);
    await ask(async (redis) => {
      await redis.xadd(STREAM, "*", "event", "{");
      await redis.xadd(STREAM, "*", "something", "else");
    });
    await expect.poll(() => seen).toEqual(["gap", "gap"]);
  });

  it("keeps no more in the cache than readers keep", async () => {
    const [publisher] = await openThree();
    for (let thousand = 0; thousand < 12; thousand++) {
      for (let number = 0; number < 999; number++) publisher.publish(heardFrom(number));
      await arrived(publisher, [publisher], 1000 + thousand);
    }
    expect(await ask((redis) => redis.xlen(STREAM))).toBeLessThan(6000);
  });

  it("neither waits nor fails while the cache stands still, and tells a gap for what it had to drop", async () => {
    const [publisher, reader] = await openThree();
    const { seen } = watch(reader);
    cache.freeze();
    const began = performance.now();
    for (let number = 0; number < 20_000; number++) publisher.publish(heardFrom(number));
    expect(performance.now() - began).toBeLessThan(1000);
    await expect.poll(() => publisher.isConnected() || reader.isConnected()).toBe(false);
    cache.thaw();
    await expect.poll(() => seen).toContain("gap");
    await arrived(publisher, [reader], 20_000);
  });

  it("has watchers ask by themselves now and then while there is no cache, and closes soon", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await cache.kill();
    const lonely = open();
    const { seen } = watch(lonely);
    lonely.publish(heardFrom(1));
    await lonely.began;
    expect(lonely.isConnected()).toBe(false);
    vi.advanceTimersByTime(30_000);
    vi.useRealTimers();
    expect(seen).toEqual(["gap", "gap"]);
    const began = performance.now();
    await lonely.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await cache.start();
  });

  it(`tells every event or a gap, ${KILLS} kills of the cache under a stream of events`, async () => {
    const [first, second, reader] = await openThree();
    const streams = [streamOf(first, 1), streamOf(second, 1_000_001)];
    const staying = account(streams, reader);
    const leaving = account(streams, second);
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(50 + Math.random() * 150);
      leaving.breakOff();
      await cache.kill();
      await pause(Math.random() * 100);
      await cache.start();
      const before = staying.heard();
      await expect.poll(staying.heard).toBeGreaterThan(before);
      leaving.comeBack(kill % 2 === 0 ? reader : second);
    }
    for (const stream of streams) stream.end();
    for (const one of [staying, leaving]) {
      await expect.poll(one.unaccounted).toEqual([]);
      expect(one.disorder).toEqual([]);
      expect(one.heard()).toBeGreaterThan(KILLS);
    }
  }, 120_000);
});

/** Publishes without a pause, numbers from `first` on. */
function streamOf(events: LiveEvents, first: number) {
  let newest = first - 1;
  const timer = setInterval(() => {
    for (let more = 0; more < 3; more++) events.publish(heardFrom(++newest));
  }, 5);
  return { first, newest: () => newest, end: () => clearInterval(timer) };
}

/** Keeps book of one watcher, which may leave and come back, to one process or another. */
function account(streams: readonly ReturnType<typeof streamOf>[], from: LiveEvents) {
  const books = streams.map(({ first, newest }) => ({ first, newest, seen: 0, known: newest() }));
  const disorder: string[] = [];
  let heard = 0;
  let last: string | undefined;
  let stop: (() => void) | undefined;

  function take(number: number): void {
    const book = books.findLast(({ first }) => number >= first);
    if (!book) return;
    if (number <= book.seen) disorder.push(`${number} after ${book.seen}`);
    if (number > book.known + 1) disorder.push(`${number}, but ${book.known} before`);
    book.seen = number;
    book.known = Math.max(book.known, number);
    heard += 1;
  }

  function comeBack(events: LiveEvents): void {
    stop = events.subscribe(({ id, event }) => {
      last = id;
      if (event.kind === "tracker") take(event.trackerId);
      // Who hears of a gap asks again, and knows all that was published until then.
      else for (const book of books) book.known = book.newest();
    }, last ?? events.place());
  }

  comeBack(from);
  return {
    comeBack,
    breakOff: () => stop?.(),
    heard: () => heard,
    disorder,
    /** The newest that was published, where the watcher knows of less. */
    unaccounted: () =>
      books.filter(({ known, newest }) => known < newest()).map(({ newest }) => newest()),
  };
}
