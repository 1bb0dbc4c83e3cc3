import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Makes sure that fixes of some times have a partition of their month. */
export type FixMonths = (times: readonly Date[]) => Promise<void>;

const FIRST_YEAR = 2000;
const YEARS_AHEAD = 1;

/**
 * Makes months as they are needed and remembers which there are. Each is made in a transaction of
 * its own: it waits for everybody who reads or writes fixes, so it must not hold anything itself.
 */
export function fixMonths(database: Database): FixMonths {
  const known = new Set<number>();
  return async (times) => {
    const wanted = new Set(times.map(monthOf).filter((month) => !known.has(month)));
    for (const month of wanted) {
      if (isPlausible(month)) await makeMonth(database, month);
      known.add(month);
    }
  };
}

/** Months since the year 0. */
function monthOf(time: Date): number {
  return time.getUTCFullYear() * 12 + time.getUTCMonth();
}

/** Clocks that are off by years would make partitions nobody needs; those fixes go to `fix_elsewhen`. */
function isPlausible(month: number): boolean {
  return month >= FIRST_YEAR * 12 && month <= monthOf(new Date()) + YEARS_AHEAD * 12;
}

async function makeMonth(database: Database, month: number): Promise<void> {
  if (await exists(database, month)) return;
  await database.transaction().execute(async (transaction) => {
    // Two processes may want the same month at once; the lock lets the second see the first one's.
    await sql`select pg_advisory_xact_lock(hashtext('fix-months'))`.execute(transaction);
    if (!(await exists(transaction, month))) await attachMonth(transaction, month);
  });
}

async function exists(database: Database, month: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass(${nameOf(month)}) is not null as found`.execute(database);
  return rows[0]?.found ?? false;
}

/** What a clock that was off left there earlier belongs to the month now. */
async function attachMonth(transaction: Database, month: number): Promise<void> {
  const table = sql.table(nameOf(month));
  const [from, to] = [sql.lit(startOf(month)), sql.lit(startOf(month + 1))];
  await sql`create table ${table} (like fix including defaults)`.execute(transaction);
  await sql`
    with moved as (delete from fix_elsewhen where time >= ${from} and time < ${to} returning *)
    insert into ${table} select * from moved`.execute(transaction);
  await sql`alter table fix attach partition ${table} for values from (${from}) to (${to})`.execute(
    transaction,
  );
}

function startOf(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12)).toISOString();
}

function nameOf(month: number): string {
  return `fix_${startOf(month).slice(0, 7).replace("-", "_")}`;
}
