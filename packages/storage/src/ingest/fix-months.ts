import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Makes sure that fixes of some times have a partition of their month. */
export type FixMonths = (database: Database, times: readonly Date[]) => Promise<void>;

const FIRST_YEAR = 2000;
const YEARS_AHEAD = 1;

/**
 * Remembers which months there are. A month is made in the caller's transaction, which locks the
 * table of fixes, so it must come before that transaction reads any fix.
 */
export function fixMonths(): FixMonths {
  const known = new Set<string>();
  return async (database, times) => {
    const wanted = new Set(times.filter(isPlausible).map((time) => time.toISOString().slice(0, 7)));
    for (const month of wanted) {
      if (known.has(month)) continue;
      if (await exists(database, month)) known.add(month);
      else await create(database, month);
    }
  };
}

/** Clocks that are off by years would make partitions nobody needs; those fixes go to `fix_elsewhen`. */
function isPlausible(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= FIRST_YEAR && year <= new Date().getUTCFullYear() + YEARS_AHEAD;
}

function nameOf(month: string): string {
  return `fix_${month.replace("-", "_")}`;
}

async function exists(database: Database, month: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass(${nameOf(month)}) is not null as found`.execute(database);
  return rows[0]?.found ?? false;
}

async function create(database: Database, month: string): Promise<void> {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  // Two processes may want the same month at once; the lock lets the second see the first one's.
  await sql`select pg_advisory_xact_lock(hashtext('fix-months'))`.execute(database);
  if (await exists(database, month)) return;
  await sql`
    create table ${sql.table(nameOf(month))} partition of fix
    for values from (${sql.lit(`${month}-01T00:00:00Z`)}) to (${sql.lit(`${next}T00:00:00Z`)})
  `.execute(database);
}
