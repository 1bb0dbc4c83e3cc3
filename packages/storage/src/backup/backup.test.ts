import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RIVER } from "@zpr/testkit";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "../database.ts";
import { startCluster } from "../embedded/cluster.ts";
import { fixMonths } from "../ingest/fix-months.ts";
import { useBoth, writeRiver } from "../testing.ts";
import { dumpDatabase } from "./dump-database.ts";
import { DamagedBackup, fileOf } from "./manifest.ts";
import { NotEmpty, restoreDatabase } from "./restore-database.ts";

const both = useBoth();
const quietly = () => undefined;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-backup-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Every row of every table as text, by table. */
async function everything(database: ReturnType<typeof connect>) {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and not relispartition and relname not like 'kysely%'`.execute(
    database,
  );
  const contents = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t order by 1`.execute(database);
    contents.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return contents;
}

test("what was dumped is restored, row for row, with partitions and counters", async () => {
  const { database, address } = both();
  await fixMonths(database)(RIVER.fixes.map(({ time }) => time));
  await writeRiver(database, RIVER);
  await sql`insert into fix_cell_change (tracker_ids, times, tile_keys, kinds, steps)
    values ('{}', '{}', '{}', '{}', '{}')`.execute(database);
  const before = await everything(database);
  const manifest = await dumpDatabase(address, folder, quietly);
  expect(manifest.tables.find(({ name }) => name === "fix")?.rows).toBeGreaterThan(0);
  const target = await mkdtemp(join(tmpdir(), "zpr-restored-"));
  const cluster = await startCluster(target);
  const restored = connect(cluster.address);
  try {
    await restoreDatabase(cluster.address, folder, quietly);
    expect(await everything(restored)).toEqual(before);
    const months = (one: typeof database) =>
      sql`select relname from pg_class where relispartition and relkind = 'r' order by 1`.execute(
        one,
      );
    expect((await months(restored)).rows).toEqual((await months(database)).rows);
    const next = (one: typeof database) =>
      sql`insert into study (name) values ('next') returning id`.execute(one);
    expect((await next(restored)).rows).toEqual((await next(database)).rows);
    await expect(restoreDatabase(cluster.address, folder, quietly)).rejects.toThrow(NotEmpty);
  } finally {
    await restored.destroy();
    await cluster.stop();
    await rm(target, { recursive: true, force: true });
  }
});

test("a backup that was changed or not finished is refused before anything is written", async () => {
  const { address } = both();
  await dumpDatabase(address, folder, quietly);
  await appendFile(fileOf(folder, "study"), "x");
  await expect(restoreDatabase(address, folder, quietly)).rejects.toThrow(DamagedBackup);
  await rm(join(folder, "manifest.json"));
  await expect(restoreDatabase(address, folder, quietly)).rejects.toThrow("not finished");
});
