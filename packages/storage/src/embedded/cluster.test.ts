import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, migrate } from "../database.ts";
import { serverAccount } from "./account.ts";
import { type Cluster, clusterAddress, startCluster } from "./cluster.ts";
import { lockFolder } from "./folder-lock.ts";

let folder: string;
const clusters: Cluster[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
});
afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Cluster> {
  const cluster = await startCluster(folder);
  clusters.push(cluster);
  return cluster;
}

test("what was written is there after a stop and a start", async () => {
  const first = connect((await start()).address);
  await migrate(first);
  await first.insertInto("study").values({ name: "Scheldt" }).execute();
  await first.destroy();
  await clusters.pop()?.stop();

  const second = connect((await start()).address);
  expect(await migrate(second)).toEqual([]);
  expect(await second.selectFrom("study").select("name").execute()).toEqual([{ name: "Scheldt" }]);
  await second.destroy();
});

test("a server left behind by a killed zpr is taken over", async () => {
  const left = await start();
  const taken = await start();
  expect(taken.pid).not.toBe(left.pid);
  const database = connect(taken.address);
  expect((await sql<{ one: number }>`select 1 as one`.execute(database)).rows).toEqual([
    { one: 1 },
  ]);
  await database.destroy();
});

test.runIf(process.platform === "linux")(
  "a folder is free when its holder was killed, though nobody has buried it yet",
  async () => {
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]);
    const [line] = await once(parent.stdout, "data");
    const pid = Number(line);
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    await writeFile(join(folder, "zpr.lock"), JSON.stringify({ pid, born: stat.split(" ")[21] }));
    await expect(lockFolder(folder)).rejects.toThrow(`process ${pid}) is running`);

    process.kill(pid, "SIGKILL");
    // Killed before it was more than a fork of its shell, it bears the shell's name for ever.
    await expect
      .poll(() => readFile(`/proc/${pid}/stat`, "utf8"), { timeout: 10_000 })
      .toMatch(/^\d+ \((sh|sleep)\) Z/);
    await (await lockFolder(folder))();
    parent.kill();
  },
);

test("a lock left by a killed server counts for nothing, though its process number lives on", async () => {
  const killed = await start();
  process.kill(killed.pid, "SIGKILL");
  await expect.poll(() => isAlive(killed.pid)).toBe(false);
  const bystander = spawn("sleep", ["60"], serverAccount());
  const socketLock = join(clusterAddress(folder).socketFolder, ".s.PGSQL.5432.lock");
  for (const lock of [join(folder, "postgres", "postmaster.pid"), socketLock])
    await writeFile(lock, (await readFile(lock, "utf8")).replace(/^\d+/, String(bystander.pid)));

  const database = connect((await start()).address);
  await sql`select 1`.execute(database);
  await database.destroy();
  expect(bystander.exitCode).toBeNull();
  bystander.kill();
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("nobody on the network can reach it, and commits wait for the disk", async () => {
  const database = connect((await start()).address);
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit')
    order by name`.execute(database);
  expect(rows.map((row) => row.setting)).toEqual(["on", "", "on"]);
  await database.destroy();
});

test("a folder has one holder at a time", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    `process ${process.pid}) is running on ${folder}`,
  );
  await unlock();
  await (await lockFolder(folder))();
});
