import { sql } from "kysely";
import { type Database, migrator } from "./database.ts";

/** What an operator wants to know of a database. */
export interface DatabaseState {
  /** As PostgreSQL says it, and as a number such as 150014. */
  readonly version: string;
  readonly versionNumber: number;
  /** Whether what is committed survives a loss of power. */
  readonly isDurable: boolean;
  /** Clock of the database minus ours. */
  readonly aheadMilliseconds: number;
  readonly connections: { readonly used: number; readonly allowed: number };
  /** Migrations of this program that are not applied yet. */
  readonly missing: readonly string[];
  /** Raw messages that ingest has not read; undefined while the schema is not up to date. */
  readonly waiting: Waiting | undefined;
}

interface Waiting {
  readonly count: number;
  /** Since when the oldest of them waits. */
  readonly since: Date | null;
}

/** Looks at a database and changes nothing. */
export async function databaseState(database: Database): Promise<DatabaseState> {
  const began = Date.now();
  const { rows } = await sql<Settings>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as version_number,
      current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off'
        and current_setting('full_page_writes') = 'on' as is_durable,
      clock_timestamp() as now,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
      current_setting('max_connections')::int as allowed`.execute(database);
  const ours = (began + Date.now()) / 2;
  const [row] = rows;
  if (!row) throw new Error("the database did not say what it is");
  const known = await migrator(database).getMigrations();
  const missing = known.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
  return {
    version: row.version,
    versionNumber: row.version_number,
    isDurable: row.is_durable,
    aheadMilliseconds: row.now.getTime() - ours,
    connections: { used: row.used, allowed: row.allowed },
    missing,
    waiting: missing.length === 0 ? await readWaiting(database) : undefined,
  };
}

interface Settings {
  readonly version: string;
  readonly version_number: number;
  readonly is_durable: boolean;
  readonly now: Date;
  readonly used: number;
  readonly allowed: number;
}

async function readWaiting(database: Database): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from raw_pending) as count,
      (select received_at from raw_message
        where id = (select min(raw_message_id) from raw_pending)) as since`.execute(database);
  return rows[0];
}
