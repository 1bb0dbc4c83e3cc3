/**
 * What a finder's report costs: reports kept a second, by so many who send one after the other, p50 and
 * p99 of the answer in milliseconds, and CPU milliseconds of each in the server process and in its
 * database. Each is of one of so many items, from an address of its own. Ends with an error when one
 * that was answered is not there.
 *
 *   npm run bench:reports -- [--finders 20] [--items 1000] [--profile FOLDER]
 *
 * ZPR_BENCH_SECONDS (6) is how long each round is, ZPR_BENCH_ROUNDS (3) how many there are.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { itemCodeFromNumber } from "@zpr/model";
import { connect } from "@zpr/storage";
import { sql } from "kysely";
import { cpuSeconds, familyCpuSeconds } from "./cpu-time.ts";
import { medians } from "./medians.ts";
import { prepareTrackers } from "./prepare-trackers.ts";
import { startServerProcess } from "./server-process.ts";

const { values: asked } = parseArgs({
  options: {
    finders: { type: "string", default: "20" },
    items: { type: "string", default: "1000" },
    profile: { type: "string" },
  },
});
const seconds = Number(process.env["ZPR_BENCH_SECONDS"] ?? 6);
const rounds = Number(process.env["ZPR_BENCH_ROUNDS"] ?? 3);
const items = Number(asked.items);
/** What callers say of those they call for counts, as behind a balancer. */
process.env["ZPR_TRUSTED_PROXIES"] = "loopback";

const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
const flags = asked.profile ? ["--cpu-prof", `--cpu-prof-dir=${asked.profile}`] : [];
const server = await startServerProcess(folder, flags);
const database = connect(server.databaseAddress);
const agent = new Agent({ keepAlive: true });
let sent = 0;
try {
  await prepareTrackers(database, items);
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round++) all.push(await measure());
  const { rows } = await sql<{ count: number }>`select count(*) as count from sighting`.execute(
    database,
  );
  if (rows[0]?.count !== sent)
    throw new Error(`${sent} reports were kept, ${rows[0]?.count} are there`);
  console.log(
    `${asked.finders} finders, ${items} items, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds}`,
  );
  console.table(medians(all));
} finally {
  agent.destroy();
  await database.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Measured {
  readonly "reports/s": number;
  readonly "p50 ms": number;
  readonly "p99 ms": number;
  readonly "CPU ms, server": number;
  readonly "CPU ms, database": number;
}

async function measure(): Promise<Measured> {
  const waits: number[] = [];
  const before = [cpuSeconds(server.pid), familyCpuSeconds(server.databasePid)] as const;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: Number(asked.finders) }, async () => {
      while (performance.now() < until) {
        const at = performance.now();
        await report();
        waits.push(performance.now() - at);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const each = (now: number, then: number) => ((now - then) * 1000) / waits.length;
  waits.sort((a, b) => a - b);
  return {
    "reports/s": waits.length / took,
    "p50 ms": waits[Math.floor(waits.length * 0.5)] ?? 0,
    "p99 ms": waits[Math.floor(waits.length * 0.99)] ?? 0,
    "CPU ms, server": each(cpuSeconds(server.pid), before[0]),
    "CPU ms, database": each(familyCpuSeconds(server.databasePid), before[1]),
  };
}

/** A finder somewhere sends a report of the next item. */
async function report(): Promise<void> {
  const number = sent++;
  const body = JSON.stringify({
    id: randomUUID(),
    seenAt: new Date(Date.now() - 60_000).toISOString(),
    position: [4.3997, 51.2213],
    accuracyMetres: 8,
    positionSource: "gps",
    surroundings: "bank",
    condition: "worn",
    putBack: "put-back",
    locale: "nl",
  });
  const status = await new Promise<number | undefined>((done, failed) => {
    const path = `/api/v1/items/${itemCodeFromNumber(number % items)}/sightings`;
    const headers = {
      "content-type": "application/json",
      "x-forwarded-for": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    };
    const sending = request(
      `${server.url}${path}`,
      { method: "POST", agent, headers },
      (answer) => {
        answer.resume();
        answer.on("end", () => done(answer.statusCode));
      },
    );
    sending.on("error", failed);
    sending.end(body);
  });
  if (status !== 201) throw new Error(`a report was answered with ${status}`);
}
