import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Database } from "@zpr/storage";
import { sql } from "kysely";
import type { LoadOrder, LoadReport } from "../load.ts";
import { fixCount } from "../prepare-trackers.ts";
import type { Installation } from "./installation.ts";

/** What is asked of an installation: so many trackers that send as fast as they are answered. */
export interface Load {
  readonly trackers: number;
  readonly recordsPerPacket: number;
  readonly seconds: number;
}

/** How an installation bore a load. */
export interface Measured {
  /** Acknowledged, each second of the load. */
  readonly acknowledgedPerSecond: number;
  /** Recorded, each second from the beginning until the last was. */
  readonly recordedPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** CPU seconds for 100,000 records, by role and by engine, until journeys and maps have them too. */
  readonly cpuPer100k: Readonly<Record<string, number>>;
  /** Journeys that were brought up to date for 100,000 records: the faster they come, the more share one. */
  readonly journeysPer100k: number;
  /** Bytes of each record in the database with its indexes, by table, and of its write-ahead log. */
  readonly bytes: Readonly<Record<string, number>>;
}

const LOAD = new URL("../load.ts", import.meta.url).pathname;
const TEN_DAYS = 10 * 24 * 3_600_000;
const RECORDS = 100_000;
/** Whoever records nothing more for so long has lost something. */
const STALLED_MILLISECONDS = 60_000;

/** Sends, waits until all that was acknowledged is a fix in the database, and says what it took. */
export async function measure(installation: Installation, load: Load): Promise<Measured> {
  const { database, ports, cpu } = installation;
  await countJourneys(database);
  const cpuBefore = cpu();
  const fixesBefore = await fixCount(database);
  const bytesBefore = await bytesOf(installation);
  const began = performance.now();
  const each = Math.floor(load.trackers / ports.length);
  const reports = await Promise.all(
    ports.map((port, gateway) =>
      send({
        port,
        connections: each,
        from: gateway * each,
        recordsPerPacket: load.recordsPerPacket,
        seconds: load.seconds,
        startMilliseconds: Date.now() - TEN_DAYS,
        isSpread: true,
      }),
    ),
  );
  const records = reports.reduce((sum, one) => sum + one.records, 0);
  await recorded(installation, fixesBefore + records);
  const seconds = (performance.now() - began) / 1000;
  await settled(installation);
  const cpuAfter = cpu();
  const bytesAfter = await bytesOf(installation);
  return {
    acknowledgedPerSecond: records / Math.max(...reports.map((one) => one.seconds)),
    recordedPerSecond: records / seconds,
    p50Milliseconds: Math.max(...reports.map((one) => one.p50Milliseconds)),
    p99Milliseconds: Math.max(...reports.map((one) => one.p99Milliseconds)),
    cpuPer100k: Object.fromEntries(
      Object.entries(cpuAfter).map(([name, after]) => [
        name,
        ((after - (cpuBefore[name] ?? 0)) / records) * RECORDS,
      ]),
    ),
    journeysPer100k: ((await journeysTold(database)) / records) * RECORDS,
    bytes: Object.fromEntries(
      Object.entries(bytesAfter).map(([name, after]) => [
        name,
        (after - (bytesBefore[name] ?? 0)) / records,
      ]),
    ),
  };
}

/** A sequence costs a journey some microseconds; the database's own statistics come seconds late. */
async function countJourneys(database: Database): Promise<void> {
  await sql`create sequence bench_journeys`.execute(database);
  await sql`
    create function bench_count() returns trigger language plpgsql as
    $$ begin perform nextval('bench_journeys'); return null; end $$`.execute(database);
  await sql`
    create trigger bench_count after update on journey for each row
    execute function bench_count()`.execute(database);
}

async function journeysTold(database: Database): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select case when is_called then last_value else 0 end::float8 as told from bench_journeys`.execute(
    database,
  );
  return rows[0]?.told ?? 0;
}

async function bytesOf({ database }: Installation): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<Readonly<Record<string, number>>>`
    select pg_total_relation_size('raw_message') as raw_message,
      (select sum(pg_total_relation_size(relid)) from pg_partition_tree('fix'))::float8 as fix,
      pg_total_relation_size('fix_cell') as fix_cell,
      pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as wal`.execute(database);
  return rows[0] ?? {};
}

async function send(order: LoadOrder): Promise<LoadReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [LOAD, JSON.stringify(order)]);
  return JSON.parse(stdout);
}

/** Resolves when journeys and counts by cell have taken in all fixes: that work belongs to them. */
async function settled({ database }: Installation): Promise<void> {
  const waiting = sql<{ waiting: boolean }>`
    select exists (select from journey_change) or exists (select from fix_cell_change) as waiting`;
  while ((await waiting.execute(database)).rows[0]?.waiting) await pause(100);
}

/** Resolves when so many fixes are there; rejects when there are more, or no more come. */
async function recorded({ database }: Installation, wanted: number): Promise<void> {
  let seen = -1;
  for (let since = performance.now(); ; await pause(50)) {
    const count = await fixCount(database);
    if (count === wanted) return;
    if (count !== seen) since = performance.now();
    seen = count;
    if (count > wanted || performance.now() - since > STALLED_MILLISECONDS)
      throw new Error(`${wanted} fixes should be there, and ${count} are`);
  }
}
