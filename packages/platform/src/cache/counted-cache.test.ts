import { expect, test } from "vitest";
import { prometheusMeter } from "../prometheus-meter.ts";
import { countedCache } from "./counted-cache.ts";
import { memoryCache } from "./memory-cache.ts";

test("an answer from the source and one from memory are counted apart, by what was asked", async () => {
  const meter = prometheusMeter();
  const cache = countedCache(
    memoryCache(() => new Date()),
    meter,
  );
  const tile = { key: "tile [1,2,3]", seconds: 60, ask: async () => "bytes", tags: () => ["all"] };
  for (let time = 0; time < 3; time++) expect(await cache.remember(tile)).toBe("bytes");
  await cache.remember({ ...tile, key: "item 0ABCDE" });
  await cache.invalidate(["all"]);
  await cache.remember(tile);
  expect((await meter.registry.getSingleMetric("zpr_cache_answers_total")?.get())?.values).toEqual([
    { labels: { question: "tile", source: "asked" }, value: 2 },
    { labels: { question: "tile", source: "kept" }, value: 2 },
    { labels: { question: "item", source: "asked" }, value: 1 },
  ]);
});

test("a source that fails is nobody's answer", async () => {
  const meter = prometheusMeter();
  const cache = countedCache(
    memoryCache(() => new Date()),
    meter,
  );
  const ask = () => Promise.reject(new Error("away"));
  const asked = cache.remember({ key: "tile 1", seconds: 60, ask, tags: () => [] });
  await expect(asked).rejects.toThrow("away");
  expect((await meter.registry.getSingleMetric("zpr_cache_answers_total")?.get())?.values).toEqual(
    [],
  );
});
