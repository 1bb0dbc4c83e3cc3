import type { TimedTrack } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import { countedFixes } from "../cells/fix-cells.ts";
import type { Database } from "../database.ts";
import { isRough, isUnflagged } from "./visibility.ts";

/** Tracks of which study, when, and about how many places of them at most. */
export interface TracksAsked {
  readonly studyId: number;
  readonly from: Date;
  readonly to: Date;
  readonly most: number;
}

/** Where so many fixes stand for one that is sent, it is quicker to look for that one alone. */
const SPARSE = 4;
const DAY = 24 * 3_600_000;
const EVERYWHERE = [0, 4 ** 26 - 1] as const;

/** The first good fix of each bin of time, the bins as wide as it takes; all of them where they are few. */
export async function timedTracks(
  database: Database,
  asked: TracksAsked,
): Promise<readonly TimedTrack[]> {
  const fixes = await fixesAbout(database, asked);
  const everySeconds =
    fixes <= asked.most
      ? 1
      : Math.max(1, Math.ceil((await deployedSeconds(database, asked)) / asked.most));
  const places =
    fixes > SPARSE * asked.most ? lookedUp(asked, everySeconds) : read(asked, everySeconds);
  const tracks = sql<Omit<TimedTrack, "everySeconds">>`
    select d.tracker_id as "trackerId", i.code as "itemCode",
      array_agg(extract(epoch from place.time)::int order by place.time) as times,
      array_agg(round(place.longitude * 100000)::int order by place.time) as longitudes,
      array_agg(round(place.latitude * 100000)::int order by place.time) as latitudes
    from (${deployments(asked)}) d join item i on i.id = d.item_id cross join lateral (${places}) place
    group by d.id, d.tracker_id, i.code order by d.tracker_id, d.id`;
  const { rows } = await database.transaction().execute(async (transaction) => {
    // Compiling a query over all months takes longer than the query.
    await sql`set local jit = off`.execute(transaction);
    return tracks.execute(transaction);
  });
  return rows.map((row) => ({ ...row, everySeconds }));
}

/** At most so many are good: of whole days, and with those that count in no journey. */
async function fixesAbout(database: Database, { studyId, from, to }: TracksAsked): Promise<number> {
  const since = new Date(Math.floor(from.getTime() / DAY) * DAY);
  const until = new Date(Math.floor(to.getTime() / DAY + 1) * DAY);
  const window = { studyIds: [studyId], member: true, since, until, coarseMetres: 0 };
  const area = { ranges: [EVERYWHERE], level: 14 } as const;
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(count), 0)::float8 as count
    from (${countedFixes(area, [window])}) counted (key, since, kind, count, newest)
    where kind & 2 = 0`.execute(database);
  return rows[0]?.count ?? 0;
}

async function deployedSeconds(database: Database, asked: TracksAsked): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select coalesce(sum(extract(epoch from until - since)), 0)::float8 as seconds
    from (${deployments(asked)}) d`.execute(database);
  return rows[0]?.seconds ?? 0;
}

/** Deployments within what is asked: id, tracker_id, item_id, since, until. */
function deployments({ studyId, from, to }: TracksAsked): RawBuilder<unknown> {
  return sql`
    select d.id, d.tracker_id, d.item_id, greatest(d.started_at, ${from}::timestamptz) as since,
      least(d.ended_at, ${to}::timestamptz) as until
    from deployment d join tracker t on t.id = d.tracker_id
    where t.study_id = ${studyId} and d.started_at <= ${to}::timestamptz
      and coalesce(d.ended_at, 'infinity') > ${from}::timestamptz`;
}

/** Reads all fixes of deployment `d`. */
function read({ to }: TracksAsked, everySeconds: number): RawBuilder<unknown> {
  const bin = sql`floor(extract(epoch from f.time) / ${sql.lit(everySeconds)})`;
  return sql`
    select distinct on (${bin}) f.time, f.longitude, f.latitude from fix f
    where ${isGood} and f.time >= d.since and ${isBefore(to)} order by ${bin}, f.time`;
}

/** Looks for one fix of deployment `d` in each bin. */
function lookedUp({ to }: TracksAsked, everySeconds: number): RawBuilder<unknown> {
  const width = sql.lit(everySeconds);
  return sql`
    select found.time, found.longitude, found.latitude
    from generate_series(floor(extract(epoch from d.since) / ${width})::bigint,
        floor(extract(epoch from d.until) / ${width})::bigint) bin
      cross join lateral (
        select f.time, f.longitude, f.latitude from fix f
        where ${isGood} and f.time >= greatest(d.since, to_timestamp(bin * ${width}))
          and f.time < to_timestamp((bin + 1) * ${width}) and ${isBefore(to)}
        order by f.time limit 1) found`;
}

/** The end of what is asked is part of it, the end of a deployment is not. */
function isBefore(to: Date): RawBuilder<boolean> {
  return sql`f.time <= d.until and (f.time < d.until or d.until = ${to}::timestamptz)`;
}

const isGood = sql<boolean>`f.tracker_id = d.tracker_id and f.longitude is not null
  and ${isUnflagged("f")} and not ${isRough("f")}`;
