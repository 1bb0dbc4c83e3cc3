import type { FixCellLog } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

/** A number of our own for PostgreSQL's advisory locks: two folds would wait for each other's cells. */
const FOLD = 7_206_123;

/** The cell keeper's side in PostgreSQL. */
export function postgresFixCellLog(database: Database): FixCellLog {
  return {
    fold: (limit) =>
      database.transaction().execute(async (transaction) => {
        const ids = await takeIds(transaction, limit);
        if (ids.length === 0) return 0;
        await addUp(transaction, ids);
        if (await hasLosses(transaction, ids)) {
          await findNewest(transaction, ids);
          await dropEmpty(transaction, ids);
        }
        await transaction.deleteFrom("fix_cell_change").where("id", "in", ids).execute();
        return ids.length;
      }),
  };
}

async function takeIds(transaction: Database, limit: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from fix_cell_change
    where (select pg_try_advisory_xact_lock(${FOLD}::bigint)) order by id limit ${limit}`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

/** The fixes of some changes, each with the cell and period of every tier it counts in. */
function steps(ids: readonly number[]): RawBuilder<unknown> {
  return sql`
    select tier, one.tile_key >> 2 * (26 - level) as cell,
      date_trunc(period, one.time at time zone 'UTC')::date as since, tracker.study_id, one.kind,
      one.step, one.time, level, period
    from fix_cell_change change
      cross join unnest(tracker_ids, times, tile_keys, kinds, steps)
        as one (tracker_id, time, tile_key, kind, step)
      join tracker on tracker.id = one.tracker_id cross join fix_tier
    where change.id = any(${ids}::bigint[])`;
}

async function addUp(transaction: Database, ids: readonly number[]): Promise<void> {
  await sql`
    insert into fix_cell as known
    select tier, cell, since, study_id, kind, sum(step),
      coalesce(max(time) filter (where step > 0), '-infinity')
    from (${steps(ids)}) step group by 1, 2, 3, 4, 5
    on conflict (tier, cell, since, study_id, kind) do update
      set count = known.count + excluded.count, newest = greatest(known.newest, excluded.newest)`.execute(
    transaction,
  );
}

async function hasLosses(transaction: Database, ids: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ lost: boolean }>`
    select exists (select from fix_cell_change
      where id = any(${ids}::bigint[]) and -1 = any(steps)) as lost`.execute(transaction);
  return rows[0]?.lost ?? false;
}

/** Where the newest fix is gone, another is the newest now; most losses are of older ones. */
async function findNewest(transaction: Database, ids: readonly number[]): Promise<void> {
  await sql`
    update fix_cell known set newest = coalesce((
      select max(fix.time) from fix join tracker on tracker.id = fix.tracker_id
      where fix.tile_key between lost.cell << 2 * (26 - lost.level)
          and ((lost.cell + 1) << 2 * (26 - lost.level)) - 1
        and fix.time >= lost.since::timestamp at time zone 'UTC'
        and fix.time < (lost.since + ('1 ' || lost.period)::interval) at time zone 'UTC'
        and tracker.study_id = lost.study_id and fix_kind(fix.flags) = lost.kind), '-infinity')
    from (
      select tier, cell, since, study_id, kind, level, period, max(time) as newest
      from (${steps(ids)}) step where step < 0 group by 1, 2, 3, 4, 5, 6, 7
    ) lost
    where known.tier = lost.tier and known.cell = lost.cell and known.since = lost.since
      and known.study_id = lost.study_id and known.kind = lost.kind
      and known.newest = lost.newest and known.count > 0`.execute(transaction);
}

async function dropEmpty(transaction: Database, ids: readonly number[]): Promise<void> {
  await sql`
    delete from fix_cell known using (
      select distinct tier, cell, since, study_id, kind from (${steps(ids)}) step where step < 0
    ) lost
    where known.tier = lost.tier and known.cell = lost.cell and known.since = lost.since
      and known.study_id = lost.study_id and known.kind = lost.kind and known.count = 0`.execute(
    transaction,
  );
}
