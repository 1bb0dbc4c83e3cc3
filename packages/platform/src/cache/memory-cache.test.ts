import { cachedSource, describeCache } from "@zpr/testkit";
import { expect, test } from "vitest";
import { memoryCache } from "./memory-cache.ts";

const now = () => new Date();

describeCache("memory", async () => {
  const cache = memoryCache(now);
  return { here: cache, there: cache };
});

test("memory stays bounded, and gives nothing of which it forgot whether it is good", async () => {
  const cache = memoryCache(now);
  const source = cachedSource();
  await source.read(cache);
  source.write();
  await cache.invalidate(["answer"]);
  for (let n = 0; n < 100; n++)
    await cache.invalidate(Array.from({ length: 1_001 }, (_, tag) => `tag ${n} ${tag}`));
  expect(await source.read(cache)).toBe(1);
  const before = process.memoryUsage().arrayBuffers;
  const ask = async () => Buffer.alloc(1_000_000);
  for (let n = 0; n < 200; n++)
    await cache.remember({ key: `large ${n}`, seconds: 60, ask, tags: () => [] });
  const source2 = cachedSource("again");
  await source2.read(cache);
  expect(await source2.read(cache)).toBe(0);
  expect(source2.asked()).toBe(1);
  globalThis.gc?.();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(190_000_000);
});
