/**
 * What an answer costs from the database, from this process's memory and from a Redis: milliseconds
 * for eight who ask at once (median), and milliseconds of processor in all processes that take part,
 * which says the same on a busy machine. In turns, so that all see the same machine; judges nothing.
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
import { cpuSeconds, familyCpuSeconds } from "./cpu-time.ts";
import { median } from "./medians.ts";

const { values: asked } = parseArgs({
  options: {
    items: { type: "string", default: "900" },
    fixes: { type: "string", default: "200000" },
    sightings: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    port: { type: "string", default: "16399" },
  },
});
const AT_ONCE = 8;
const ROUND_MILLISECONDS = 500;
const SECONDS = 3600;
const log = { info: console.log, warn: console.warn, error: console.error };
const now = () => new Date();

const WAYS = ["database", "memory", "Redis"] as const;
type Way = (typeof WAYS)[number];
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
  const compared = [...(await questionsOf(database, place))].map(([name, ask]) => ({
    name,
    ways: waysOf(name, ask),
    seen: { database: nothing(), memory: nothing(), Redis: nothing() },
  }));
  for (let round = 0; round < Number(asked.rounds); round++)
    for (const { ways, seen } of compared)
      for (const way of WAYS) {
        await ways[way]();
        await watch(ways[way], seen[way]);
      }
  console.table(Object.fromEntries(compared.map(({ name, seen }) => [name, rowOf(seen)])));
}

interface Seen {
  readonly waits: number[];
  processorMilliseconds: number;
}

function nothing(): Seen {
  return { waits: [], processorMilliseconds: 0 };
}

function waysOf(key: string, ask: Answer): Readonly<Record<Way, Answer>> {
  const question = { key, seconds: SECONDS, ask, tags: () => ["everything", key] };
  const through = (cache: Cache) => () => cache.remember(question);
  return { database: ask, memory: through(memoryCache(now)), Redis: through(shared) };
}

function rowOf(seen: Readonly<Record<Way, Seen>>) {
  const wait = (way: Way) => Number(median(seen[way].waits).toFixed(3));
  const cost = (way: Way) => seen[way].processorMilliseconds / seen[way].waits.length;
  const times = (way: Way) => Number((cost("database") / cost(way)).toFixed(1));
  return {
    "database ms": wait("database"),
    "Redis ms": wait("Redis"),
    "processor ms of the database's": Number(cost("database").toFixed(3)),
    "times that of memory": times("memory"),
    "times that of Redis": times("Redis"),
  };
}

/** Asks for a while, eight at once, and notes how long each waited and what all of it cost. */
async function watch(answer: Answer, seen: Seen): Promise<void> {
  const before = processorMilliseconds();
  const until = performance.now() + ROUND_MILLISECONDS;
  const asker = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await answer();
      seen.waits.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  seen.processorMilliseconds += processorMilliseconds() - before;
}

/** Of this process, of the database and of the Redis, so far. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  const others = familyCpuSeconds(cluster.pid) + cpuSeconds(redis.pid);
  return (user + system) / 1000 + others * 1000;
}
