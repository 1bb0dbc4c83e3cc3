import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Counts of fixes by cell as they are kept, and as they would be if all were counted now. */
export async function keptAndRecounted(database: Database) {
  const kept = await sql`
    select tier, cell, since::text, study_id, kind, count, newest from fix_cell
    order by 1, 2, 3, 4, 5`.execute(database);
  const recounted = await sql`
    select tier, tile_key >> 2 * (26 - level) as cell,
      date_trunc(period, time at time zone 'UTC')::date::text as since, study_id,
      fix_kind(flags) as kind, count(*)::int as count, max(time) as newest
    from fix join tracker on tracker.id = fix.tracker_id cross join fix_tier
    where tile_key is not null group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(database);
  return { kept: kept.rows, recounted: recounted.rows };
}
