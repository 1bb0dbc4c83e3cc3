/**
 * How fast tracker bytes become fixes, through the whole of `zpr serve`: 200 connections send Codec
 * 8E packets as fast as they are answered. Beside it, in the same run, the bare insert of such rows.
 *
 *   npm run bench:ingest -- [--seconds 15] [--profile FOLDER]
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { clusterAddress, connect } from "@zpr/storage";
import { bareInsertRate, rowsLike } from "./bare-insert.ts";
import { cpuSeconds, familyCpuSeconds } from "./cpu-time.ts";
import type { LoadReport } from "./load.ts";
import { fixCount, prepareTrackers } from "./prepare-trackers.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

const CONNECTIONS = 200;
const BARE_ROWS = 200_000;
const BARE_CONNECTIONS = [1, 2, 4];
const DAY = 24 * 3_600_000;
const LOAD = new URL("./load.ts", import.meta.url).pathname;

const { values: asked } = parseArgs({
  options: { seconds: { type: "string", default: "15" }, profile: { type: "string" } },
});

const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
const server = await startServerProcess(
  folder,
  asked.profile ? ["--cpu-prof", `--cpu-prof-dir=${asked.profile}`] : [],
);
const database = connect(clusterAddress(folder));
try {
  await prepareTrackers(database, CONNECTIONS);
  for (const [turn, recordsPerPacket] of [10, 25].entries()) {
    const startMilliseconds = Date.now() - (20 - turn * 10) * DAY;
    const phase = { recordsPerPacket, startMilliseconds, turn };
    const bare = await bareRates(phase);
    report(recordsPerPacket, await measure(phase), bare);
  }
} finally {
  await database.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Phase {
  readonly recordsPerPacket: number;
  readonly startMilliseconds: number;
  readonly turn: number;
}

interface BareRate {
  readonly connections: number;
  readonly rate: number;
  readonly cpuPer100k: number;
}

async function bareRates({
  recordsPerPacket,
  startMilliseconds,
  turn,
}: Phase): Promise<readonly BareRate[]> {
  const rates: BareRate[] = [];
  for (const [place, connections] of BARE_CONNECTIONS.entries()) {
    const rows = rowsLike({
      connections: CONNECTIONS,
      recordsPerPacket,
      startMilliseconds,
      rows: BARE_ROWS,
      firstTrackerId: 1_000_000 * (1 + turn * BARE_CONNECTIONS.length + place),
    });
    const before = familyCpuSeconds(server.databasePid) + cpuSeconds(process.pid);
    const rate = await bareInsertRate(database, rows, connections);
    const cpu = familyCpuSeconds(server.databasePid) + cpuSeconds(process.pid) - before;
    rates.push({ connections, rate, cpuPer100k: (cpu / rows.length) * 1e5 });
  }
  return rates;
}

interface Measured extends LoadReport {
  readonly drainedSeconds: number;
  readonly fixes: number;
  readonly serverCpu: number;
  readonly databaseCpu: number;
}

async function measure({ recordsPerPacket, startMilliseconds }: Phase): Promise<Measured> {
  const before = { ...cpuTimes(server), fixes: await fixCount(database) };
  const began = performance.now();
  const order = {
    port: server.teltonikaPort,
    connections: CONNECTIONS,
    from: 0,
    recordsPerPacket,
    seconds: Number(asked.seconds),
    startMilliseconds,
    isSpread: false,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [LOAD, JSON.stringify(order)]);
  const load: LoadReport = JSON.parse(stdout);
  while (await isWaiting()) await pause(10);
  const after = cpuTimes(server);
  return {
    ...load,
    drainedSeconds: (performance.now() - began) / 1000,
    fixes: (await fixCount(database)) - before.fixes,
    serverCpu: after.server - before.server,
    databaseCpu: after.database - before.database,
  };
}

function cpuTimes({ pid, databasePid }: ServerProcess) {
  return { server: cpuSeconds(pid), database: familyCpuSeconds(databasePid) };
}

async function isWaiting(): Promise<boolean> {
  const row = await database
    .selectFrom("raw_pending")
    .select("raw_message_id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function report(recordsPerPacket: number, measured: Measured, bare: readonly BareRate[]): void {
  const { records, seconds, drainedSeconds, fixes } = measured;
  const best = Math.max(...bare.map(({ rate }) => rate));
  const fixRate = fixes / drainedSeconds;
  const per100k = (cpu: number) => `${((cpu / records) * 1e5).toFixed(2)} s`;
  const whole = (rate: number) => Math.round(rate).toLocaleString("en");
  const lines = [
    ["durable records/s", whole(records / seconds)],
    ["fixes recorded/s, to the last", whole(fixRate)],
    [
      "ack p50, p99",
      `${measured.p50Milliseconds.toFixed(1)}, ${measured.p99Milliseconds.toFixed(1)} ms`,
    ],
    ["CPU per 100,000 records, server", per100k(measured.serverCpu)],
    ["CPU per 100,000 records, database", per100k(measured.databaseCpu)],
    ...bare.map(({ connections, rate, cpuPer100k }) => [
      `bare insert rows/s, connections: ${connections}`,
      `${whole(rate)} (CPU per 100,000 rows ${cpuPer100k.toFixed(2)} s)`,
    ]),
    ["durable records/s to the best bare one", (records / seconds / best).toFixed(2)],
    ["fixes recorded/s to the best bare one", (fixRate / best).toFixed(2)],
    ["fixes recorded/s to one bare connection", (fixRate / (bare[0]?.rate ?? best)).toFixed(2)],
  ];
  console.log(
    `\n${CONNECTIONS} connections, packets of ${recordsPerPacket} records, ${whole(records)} records`,
  );
  for (const [name = "", value] of lines) console.log(`  ${name.padEnd(44)}${value}`);
  if (fixes !== records)
    throw new Error(`${records} records acknowledged but ${fixes} fixes recorded`);
}
