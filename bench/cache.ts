/**
 * What an answer costs from the database, from this process's memory and from a Redis: milliseconds for
 * one who asks, and answers a second for sixteen at once, in turns so that all see the same machine.
 * Says of each question how many times more answers the cache gives; judges nothing.
 *
 *   npm run bench:cache -- [--items 900] [--fixes 200000] [--sightings 100000] [--rounds 5]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { memoryCache, redisCache } from "@zpr/platform";
import type { Cache } from "@zpr/ports";
import { connect, migrate, startCluster } from "@zpr/storage";
import pg from "pg";
import { loadStudy } from "./cache/load-study.ts";
import { questionsOf } from "./cache/questions.ts";
import { startRedisServer } from "./cache/redis-server.ts";

const { values: asked } = parseArgs({
  options: {
    items: { type: "string", default: "900" },
    fixes: { type: "string", default: "200000" },
    sightings: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    port: { type: "string", default: "16399" },
  },
});
const ALONE = 40;
const AT_ONCE = 16;
const ROUND_MILLISECONDS = 500;
const SECONDS = 3600;
const log = { info: console.log, warn: console.warn, error: console.error };
const now = () => new Date();

type Way = "database" | "memory" | "Redis";
type Answer = () => Promise<unknown>;

const folder = await mkdtemp(join(tmpdir(), "zpr-cache-"));
const cluster = await startCluster(folder);
const redis = await startRedisServer(Number(asked.port));
const shared = redisCache({ url: redis.url, log, version: "bench", now });
const database = connect(cluster.address);
try {
  await measure();
} finally {
  await shared.close();
  await database.destroy();
  await redis.stop();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await migrate(database);
  const { address } = cluster;
  if (!("socketFolder" in address)) throw new Error("the embedded server has a socket");
  const client = new pg.Client({
    host: address.socketFolder,
    user: address.user,
    database: "zpr",
  });
  await client.connect();
  const load = {
    items: Number(asked.items),
    fixes: Number(asked.fixes),
    sightings: Number(asked.sightings),
  };
  const place = await loadStudy(client, load);
  await client.end();
  console.log(`${JSON.stringify(load)}, load of the machine ${loadavg()[0]?.toFixed(0)}`);
  const table: Record<string, Record<string, number>> = {};
  for (const [name, ask] of await questionsOf(database, place))
    table[name] = await compare(waysOf(name, ask));
  console.table(table);
}

function waysOf(key: string, ask: Answer): Readonly<Record<Way, Answer>> {
  const question = { key, seconds: SECONDS, ask, tags: () => ["everything", key] };
  const through = (cache: Cache) => () => cache.remember(question);
  return { database: ask, memory: through(memoryCache(now)), Redis: through(shared) };
}

async function compare(ways: Readonly<Record<Way, Answer>>) {
  const waits: Record<Way, number[]> = { database: [], memory: [], Redis: [] };
  const rates: Record<Way, number[]> = { database: [], memory: [], Redis: [] };
  for (let round = 0; round < Number(asked.rounds); round++)
    for (const way of ["database", "memory", "Redis"] as const) {
      await ways[way]();
      waits[way].push(...(await waitsOf(ways[way])));
      rates[way].push(await rateOf(ways[way]));
    }
  const [direct, memory, redisRate] = [rates.database, rates.memory, rates.Redis].map(median);
  const ratio = (rate = 0) => Number((rate / (direct ?? 1)).toFixed(1));
  return {
    "database ms": rounded(median(waits.database)),
    "memory ms": rounded(median(waits.memory)),
    "Redis ms": rounded(median(waits.Redis)),
    "database /s": Math.round(direct ?? 0),
    "memory ×": ratio(memory),
    "Redis ×": ratio(redisRate),
  };
}

async function waitsOf(answer: Answer): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 0; n < ALONE; n++) {
    const began = performance.now();
    await answer();
    waits.push(performance.now() - began);
  }
  return waits;
}

async function rateOf(answer: Answer): Promise<number> {
  const began = performance.now();
  let answers = 0;
  const asker = async () => {
    while (performance.now() - began < ROUND_MILLISECONDS) {
      await answer();
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  return answers / ((performance.now() - began) / 1000);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toFixed(2));
}
