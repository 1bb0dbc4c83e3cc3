import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { connect, type Database, type DatabaseAddress, migrate } from "./database.ts";
import { startCluster } from "./embedded/cluster.ts";

/** For tests elsewhere that damage tables on purpose. */
export { sql } from "kysely";
export { keptAndRecounted } from "./cells/testing.ts";
export { writeRiver } from "./reading/testing.ts";

/** A real database for a test file, empty before each test: starting takes a second, emptying milliseconds. */
export function useDatabase(): () => Database {
  const both = useBoth();
  return () => both().database;
}

/** As `useDatabase`, with the database's address for those who connect by themselves. */
export function useBoth(): () => {
  readonly database: Database;
  readonly address: DatabaseAddress;
} {
  let database: Database;
  let address: DatabaseAddress;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
    const cluster = await startCluster(folder);
    address = cluster.address;
    database = connect(address);
    await migrate(database);
    close = async () => {
      await database.destroy();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    };
  });
  beforeEach(() => emptyAll(database));
  afterAll(() => close());
  return () => ({ database, address });
}

async function emptyAll(database: Database): Promise<void> {
  await sql`
    do $$ declare tables text; begin
      select string_agg(quote_ident(tablename), ', ') into tables from pg_tables
        where schemaname = 'public' and tablename not like 'kysely%';
      execute 'truncate ' || tables || ' restart identity cascade';
    end $$`.execute(database);
}
