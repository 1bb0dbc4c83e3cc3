import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { tellConnection } from "./audit/write-context.ts";
import { isAway } from "./is-away.ts";
import { letPrepare } from "./prepared.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** Where a PostgreSQL listens: a URL, or a folder with its socket. */
export type DatabaseAddress =
  | { readonly url: string }
  | { readonly socketFolder: string; readonly user: string };

const POOL_SIZE = 10;
const WAIT_MILLISECONDS = 200;
const CONNECT_MILLISECONDS = 10_000;
const folder = new URL("../migrations/", import.meta.url);

// Counts and ids are far below 2^53; as text they would have to be parsed at every use.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool of connections. Call `destroy()` to close it. */
export function connect(address: DatabaseAddress): Database {
  const pool = new pg.Pool({ ...clientOptions(address), max: POOL_SIZE });
  // A connection that breaks is replaced by the pool, and is an error of the query it carried; without
  // listeners it would end the process. The pool listens to those at rest and tells us of them.
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("connect", letPrepare);
  pool.on("error", () => undefined);
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool, onReserveConnection: tellConnection }),
  });
}

/** How any connection to a database is made. */
export function clientOptions(address: DatabaseAddress): pg.ClientConfig {
  const where =
    "url" in address
      ? { connectionString: address.url }
      : { host: address.socketFolder, user: address.user, database: "zpr" };
  return {
    ...where,
    application_name: "zpr",
    // Of a pool too: who waits longer for one of its connections is told so, and nothing gathers.
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    // A server that vanished from the network is noticed, also by who waits for its answer.
    keepAlive: true,
    keepAliveInitialDelayMillis: CONNECT_MILLISECONDS,
  };
}

/** Resolves when the database answers; rejects when it refuses us, or is away for longer than that. */
export async function awaitDatabase(database: Database, milliseconds: number): Promise<void> {
  const until = Date.now() + milliseconds;
  for (;;)
    try {
      return await ping(database);
    } catch (error) {
      if (!isAway(error) || Date.now() > until) throw error;
      await pause(WAIT_MILLISECONDS);
    }
}

/**
 * Brings the schema up to date; several processes may call it at once. A schema that a newer version
 * made is left as it is: migrations only add, so a process of the old version may start again while
 * the new one is rolled out. Returns the names of what was applied.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrations = migrator(database);
  const known = await migrations.getMigrations();
  if (known.every(({ executedAt }) => executedAt !== undefined)) return [];
  const { error, results } = await migrations.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** What knows the migrations of this program, and which of them a database has had. */
export function migrator(database: Database): Migrator {
  return new Migrator({ db: database, provider: { getMigrations: readMigrations } });
}

/** Whether the database answers. */
export async function ping(database: Database): Promise<void> {
  await sql`select 1`.execute(database);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const file of (await readdir(folder)).sort()) {
    const text = await readFile(new URL(file, folder), "utf8");
    migrations[file.replace(".sql", "")] = {
      up: async (database) => void (await sql.raw(text).execute(database)),
    };
  }
  return migrations;
}
