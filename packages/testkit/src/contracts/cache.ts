import { setTimeout as pause } from "node:timers/promises";
import type { Cache, CachedQuestion } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** A cache reached from two sides, as from two processes; nothing is kept in it yet. */
export interface CacheBench {
  readonly here: Cache;
  readonly there: Cache;
}

/** A value that is written and read through a cache, with a count of how often it was read itself. */
export function cachedSource(name = "answer", seconds = 60) {
  let value = 0;
  let asked = 0;
  let slow = () => Promise.resolve();
  const question: CachedQuestion<{ readonly value: number }> = {
    key: name,
    seconds,
    tags: () => [name, "everything"],
    ask: async () => {
      asked += 1;
      const read = value;
      await slow();
      return { value: read };
    },
  };
  return {
    question,
    value: () => value,
    asked: () => asked,
    /** What happens after the value was read and before it is known. */
    slowDown: (by: () => Promise<void>) => {
      slow = by;
    },
    write: () => {
      value += 1;
    },
    read: async (cache: Cache) => (await cache.remember(question)).value,
  };
}

/** What a cache promises, whatever it is made of. */
export function describeCache(name: string, make: () => Promise<CacheBench>): void {
  describe(`${name} remembers answers`, () => {
    it("asks once, and gives the answer on either side", async () => {
      const { here, there } = await make();
      const source = cachedSource();
      for (const side of [here, here, there]) expect(await source.read(side)).toBe(0);
      expect(source.asked()).toBe(1);
    });

    it("gives an answer back as it was", async () => {
      const { here, there } = await make();
      const answer = {
        at: new Date("2026-07-01T12:00:00.250Z"),
        bytes: Buffer.from([0, 255, 10]),
        places: [[4.31, 51.11], null],
        nothing: undefined,
      };
      const question = { key: "as it was", seconds: 60, tags: () => [], ask: async () => answer };
      await here.remember(question);
      const ask = () => Promise.reject(new Error("not to be asked"));
      for (const side of [here, there])
        expect(await side.remember<typeof answer>({ ...question, ask })).toEqual(answer);
    });

    it("keeps an answer no longer than it is good", async () => {
      const { here } = await make();
      const source = cachedSource("short", 1);
      await source.read(here);
      source.write();
      await pause(1_100);
      expect(await source.read(here)).toBe(1);
    });

    it("keeps neither failures nor what must not be kept", async () => {
      const { here } = await make();
      const question = { key: "failing", seconds: 60, tags: () => [] };
      const fail = () => here.remember({ ...question, ask: () => Promise.reject(new Error("no")) });
      await expect(fail()).rejects.toThrow("no");
      expect(await here.remember({ ...question, ask: async () => 1, tags: () => undefined })).toBe(
        1,
      );
      expect(await here.remember({ ...question, ask: async () => 2 })).toBe(2);
    });

    it("gives to nobody what was invalidated, and goes on giving the rest", async () => {
      const { here, there } = await make();
      const [one, other] = [cachedSource("one"), cachedSource("other")];
      for (const source of [one, other]) await source.read(there);
      for (const source of [one, other]) source.write();
      await here.invalidate(["one"]);
      for (const side of [here, there]) {
        expect(await one.read(side)).toBe(1);
        expect(await other.read(side)).toBe(0);
      }
      await there.invalidate(["unknown", "everything"]);
      for (const source of [one, other]) source.write();
      expect(await one.read(here)).toBe(2);
      expect(await other.read(there)).toBe(2);
    });

    it("never keeps what was read before a write as if it were newer", async () => {
      const { here, there } = await make();
      const source = cachedSource();
      source.slowDown(async () => {
        source.slowDown(async () => undefined);
        source.write();
        await there.invalidate(["answer"]);
      });
      expect(await source.read(here)).toBe(0);
      for (const side of [here, there]) expect(await source.read(side)).toBe(1);
    });

    it("asks once for many who ask at once, but not for those who come after a write", async () => {
      const { here } = await make();
      const source = cachedSource();
      const gate = Promise.withResolvers<void>();
      source.slowDown(() => gate.promise);
      const crowd = Array.from({ length: 50 }, () => source.read(here));
      await expect.poll(source.asked).toBe(1);
      await pause(20);
      source.write();
      await here.invalidate(["answer"]);
      const late = source.read(here);
      gate.resolve();
      expect(await late).toBe(1);
      expect(new Set(await Promise.all(crowd))).toEqual(new Set([0, 1]));
      expect(source.asked()).toBeLessThanOrEqual(4);
    });

    it("shows everybody each write that was done before they asked, whatever goes on beside", async () => {
      const { here, there } = await make();
      const source = cachedSource();
      const sides = [here, there] as const;
      const side = () => sides[Math.random() < 0.5 ? 0 : 1];
      source.slowDown(() => pause(Math.random() * 3));
      let written = 0;
      let isOver = false;
      const writing = (async () => {
        for (let turn = 0; turn < 300; turn++) {
          source.write();
          const value = source.value();
          await side().invalidate(["answer"]);
          written = value;
          await pause(Math.random() * 4);
        }
        isOver = true;
      })();
      const stale: string[] = [];
      let reads = 0;
      const readers = Array.from({ length: 8 }, async () => {
        while (!isOver) {
          const least = written;
          const value = await source.read(side());
          reads += 1;
          if (value < least) stale.push(`${value} after ${least}`);
          await pause(Math.random() * 2);
        }
      });
      await Promise.all([writing, ...readers]);
      expect(stale).toEqual([]);
      expect(source.asked()).toBeLessThan(reads);
    });
  });

  describe(`${name} counts`, () => {
    it("on either side alike, takes back, and says for how long", async () => {
      const { here, there } = await make();
      expect(await here.count("tries", 600)).toEqual({ count: 1, secondsLeft: 600 });
      expect((await there.count("tries", 600)).count).toBe(2);
      expect((await there.count("other", 600)).count).toBe(1);
      expect((await here.count("tries", 600, -1)).count).toBe(1);
      const { count, secondsLeft } = await there.count("tries", 600);
      expect(count).toBe(2);
      expect(secondsLeft).toBeGreaterThan(590);
    });

    it("from the beginning when the time is over, which tries do not put off", async () => {
      const { here } = await make();
      for (let ms = 0; ms < 900; ms += 300) {
        await here.count("soon", 1);
        await pause(300);
      }
      await pause(200);
      expect(await here.count("soon", 1)).toEqual({ count: 1, secondsLeft: 1 });
    });
  });
}
