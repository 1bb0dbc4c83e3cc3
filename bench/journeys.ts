/**
 * What it costs to bring a journey up to date when one fix of it is new, as when trackers report once
 * an hour: journeys a second that one keeper tells, and CPU milliseconds of each in its process and in
 * the database, medians. (`npm run bench:scale` sends so fast that a journey takes in many fixes at once.)
 *
 *   npm run bench:journeys -- [--items 2000] [--fixes 100]
 *
 * Each item has a tracker with so many fixes, a minute and some 60 m apart, and then ZPR_BENCH_ROUNDS (5)
 * times one more.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startJourneyKeeper } from "@zpr/ingest";
import { connect, migrate, postgresJourneyLog, startCluster } from "@zpr/storage";
import { sql } from "kysely";
import { familyCpuSeconds } from "./cpu-time.ts";
import { medians } from "./medians.ts";
import { prepareTrackers } from "./prepare-trackers.ts";

const { values: asked } = parseArgs({
  options: {
    items: { type: "string", default: "2000" },
    fixes: { type: "string", default: "100" },
  },
});
const items = Number(asked.items);
const rounds = Number(process.env["ZPR_BENCH_ROUNDS"] ?? 5);
const complain = (details: object, text: string) => console.error(text, details);
const log = { info: () => undefined, warn: complain, error: complain };

const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
const cluster = await startCluster(folder);
const database = connect(cluster.address);
try {
  await migrate(database);
  await prepareTrackers(database, items);
  const keeper = startJourneyKeeper({ journeyLog: postgresJourneyLog(database), log });
  await moveOn(0, Number(asked.fixes));
  await keeper.idle();
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    await moveOn(Number(asked.fixes) + round, 1);
    all.push(await measure(keeper.idle));
  }
  await keeper.stop();
  await checkAll(Number(asked.fixes) + rounds);
  console.log(
    `${items} journeys of ${asked.fixes} fixes, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds}`,
  );
  console.table(medians(all));
} finally {
  await database.destroy();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Measured {
  readonly "journeys/s": number;
  readonly "CPU ms, keeper": number;
  readonly "CPU ms, database": number;
}

async function measure(work: () => Promise<void>): Promise<Measured> {
  const [keeperBefore, databaseBefore] = [process.cpuUsage(), familyCpuSeconds(cluster.pid)];
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(keeperBefore);
  return {
    "journeys/s": items / seconds,
    "CPU ms, keeper": (user + system) / 1000 / items,
    "CPU ms, database": ((familyCpuSeconds(cluster.pid) - databaseBefore) * 1000) / items,
  };
}

/** Gives each tracker so many fixes after those it has, and marks the journeys, as ingest does. */
async function moveOn(from: number, count: number): Promise<void> {
  await sql`
    with made as (
      insert into fix (tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude,
        quality, flags)
      select tracker.id, date_trunc('day', now()) - interval '9 days' + n * interval '1 minute', n, n,
        now(), -4 + 0.0009 * n, 40 + 0.001 * tracker.id, 0, 0
      from tracker, generate_series(${from}::int, ${from + count - 1}::int) as n
      returning tracker_id, time
    )
    insert into journey_change (item_id, since)
    select item_id, time from made join deployment using (tracker_id)`.execute(database);
}

async function checkAll(fixes: number): Promise<void> {
  const { rows } = await sql<{ whole: number }>`
    select count(*)::int as whole from journey where fix_count = ${fixes}`.execute(database);
  if (rows[0]?.whole !== items)
    throw new Error(`${rows[0]?.whole} of ${items} journeys have all of their ${fixes} fixes`);
}
