import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { clientOptions, connect, type DatabaseAddress, migrate, migrator } from "../database.ts";
import { copiedTables, type Partition } from "./copied-tables.ts";
import {
  DamagedBackup,
  type DumpedTable,
  fileOf,
  type Manifest,
  readManifest,
} from "./manifest.ts";

/** The database is in use: nothing is restored over what is there. */
export class NotEmpty extends Error {
  override readonly name = "NotEmpty";
  readonly code = "ERR_NOT_EMPTY";
}

/**
 * Fills an empty database with what a backup holds, in one transaction, and then brings its schema
 * up to date. Every file is checked before anything is written.
 */
export async function restoreDatabase(
  address: DatabaseAddress,
  folder: string,
  onTable: (done: number, total: number) => void,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const client = new pg.Client(clientOptions(address));
  await client.connect();
  const database = connect(address);
  try {
    await refuseUnlessEmpty(client);
    const { error } = await migrator(database).migrateTo(manifest.migration);
    if (error) throw asDamage(error, manifest);
    await client.query("begin");
    await fill(client, { folder, manifest, onTable });
    await client.query("commit");
    await client.query("analyze");
    await migrate(database);
    return manifest;
  } finally {
    await database.destroy();
    await client.end();
  }
}

function asDamage(error: unknown, { migration }: Manifest): unknown {
  return String(error).includes("doesn't exist")
    ? new DamagedBackup(`the backup is of a newer zpr, with migration ${migration}`, {
        cause: error,
      })
    : error;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await copiedTables(client)) {
    const { rows } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0)
      throw new NotEmpty(
        `the database is in use (${name} has rows); restore into an empty one: another ZPR_DATA_DIR or ZPR_DATABASE_URL`,
      );
  }
}

interface Filling {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly onTable: (done: number, total: number) => void;
}

async function fill(client: pg.Client, { folder, manifest, onTable }: Filling): Promise<void> {
  const { tables } = manifest;
  const all = tables.map(({ name }) => pg.escapeIdentifier(name));
  // Migrations write rows of their own; the backup has them too.
  await client.query(`truncate ${all.join(", ")}`);
  for (const partition of manifest.partitions) await client.query(creationOf(partition));
  // What triggers made of each write is in the backup beside it.
  for (const name of all) await client.query(`alter table ${name} disable trigger user`);
  for (const [at, table] of tables.entries()) {
    await fillTable(client, folder, table);
    onTable(at + 1, tables.length);
  }
  for (const name of all) await client.query(`alter table ${name} enable trigger user`);
  for (const { name, value } of manifest.counters)
    if (value !== null) await client.query("select setval($1::regclass, $2)", [name, value]);
}

function creationOf({ name, of, bounds }: Partition): string {
  return `create table if not exists ${pg.escapeIdentifier(name)} partition of ${pg.escapeIdentifier(of)} ${bounds}`;
}

async function fillTable(client: pg.Client, folder: string, table: DumpedTable): Promise<void> {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(", ");
  const rows = client.query(
    copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${columns}) from stdin`),
  );
  await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), rows);
  if (rows.rowCount !== table.rows)
    throw new DamagedBackup(`${table.name} had ${table.rows} rows and has ${rows.rowCount}`);
}
