import { ROUGH_FLAGS, TILE_KEY_LEVEL, type TileKeyRange, UNPUBLIC_FLAGS } from "@zpr/model";
import { type RawBuilder, sql } from "kysely";
import { type Grain, type Stretch, stretches } from "./fix-tiers.ts";
import type { StudyWindow } from "./study-windows.ts";

/** Which fixes are asked for: where, and of which studies when. */
export interface FixArea {
  /** Runs of tile keys. */
  readonly ranges: readonly TileKeyRange[];
  /** A level of the kept tiers, at which a run begins and ends with a cell. */
  readonly level: number;
  /** How exactly the times must be known; months when nothing is said. */
  readonly grain?: Grain;
}

/**
 * Rows of counted fixes: key (a cell of `level`), since (first instant of what is counted together,
 * or the time of a single fix), kind, count, newest. Kept counts where periods are whole, with what
 * is not counted yet; single fixes at the ends.
 */
export function countedFixes(area: FixArea, windows: readonly StudyWindow[]): RawBuilder<unknown> {
  const parts = windows.flatMap((window) =>
    stretches(area.level, [window.since, window.until], area.grain).flatMap((stretch) =>
      stretch.tier === undefined
        ? [single(area, window, stretch)]
        : [kept(area, window, stretch), waiting(area, window, stretch)],
    ),
  );
  return parts.length === 0
    ? sql`select 0::bigint as key, null::timestamptz as since, 0::smallint as kind, 0 as count, null::timestamptz as newest where false`
    : sql.join(parts, sql` union all `);
}

function kept(area: FixArea, { studyIds, member }: StudyWindow, stretch: Stretch) {
  const shift = shiftOf(area);
  const where = area.ranges.map(
    ([first, last]) =>
      sql`cell between ${first}::bigint >> ${shift} and ${last}::bigint >> ${shift}`,
  );
  return sql`
    select cell as key, since::timestamp at time zone 'UTC' as since, kind, count, newest from fix_cell
    where tier = ${sql.lit(stretch.tier)} and (${sql.join(where, sql` or `)})
      and study_id = any(${studyIds}::int[]) and ${member ? sql`true` : sql`kind in (0, 2)`}
      ${stretch.since ? sql`and since >= ${dayOf(stretch.since)}::date` : sql``}
      ${stretch.until ? sql`and since < ${dayOf(stretch.until)}::date` : sql``}`;
}

/** What the keeper has not counted yet: a loss is a count of -1. */
function waiting(area: FixArea, { studyIds, member }: StudyWindow, stretch: Stretch) {
  return sql`
    select one.tile_key >> ${shiftOf(area)}, one.time, one.kind, one.step,
      case when one.step > 0 then one.time end
    from fix_cell_change cross join unnest(tracker_ids, times, tile_keys, kinds, steps)
        as one (tracker_id, time, tile_key, kind, step)
      join tracker on tracker.id = one.tracker_id and tracker.study_id = any(${studyIds}::int[])
    where ${isIn(area, "one")} and ${member ? sql`true` : sql`one.kind in (0, 2)`}
      and ${isWithin(stretch, "one")}`;
}

function single(area: FixArea, { studyIds, member }: StudyWindow, stretch: Stretch) {
  // The kind in plain words: a call for each of a hundred thousand rows is felt.
  return sql`
    select f.tile_key >> ${shiftOf(area)}, f.time,
      (case when f.flags & ${sql.lit(UNPUBLIC_FLAGS)} <> 0 then 1 else 0 end
        + case when f.flags & ${sql.lit(ROUGH_FLAGS)} <> 0 then 2 else 0 end)::smallint, 1, f.time
    from fix f join tracker on tracker.id = f.tracker_id and tracker.study_id = any(${studyIds}::int[])
    where ${isIn(area, "f")} and ${isWithin(stretch, "f")}
      and ${member ? sql`true` : sql`f.flags & ${sql.lit(UNPUBLIC_FLAGS)} = 0`}`;
}

function isIn({ ranges }: FixArea, table: string) {
  const key = sql.ref(`${table}.tile_key`);
  const runs = ranges.map(
    ([first, last]) => sql`${key} between ${first}::bigint and ${last}::bigint`,
  );
  return sql`(${sql.join(runs, sql` or `)})`;
}

function isWithin({ since, until }: Stretch, table: string) {
  const time = sql.ref(`${table}.time`);
  return sql`${since ? sql`${time} >= ${since}::timestamptz` : sql`true`}
    and ${until ? sql`${time} < ${until}::timestamptz` : sql`true`}`;
}

function shiftOf({ level }: FixArea) {
  return sql.lit(2 * (TILE_KEY_LEVEL - level));
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
