import type { Page, TrackerDayStore, TrackerDays, TrackerDaysAsked } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

/** So many of the newest records are asked for the firmware. */
const FIRMWARE_RECORDS = 20;

/** Trackers by day out of PostgreSQL: one short index scan a tracker and day. */
export function postgresTrackerDayStore(database: Database): TrackerDayStore {
  return {
    async list(asked, page) {
      const { rows } = await daysOf(asked, page).execute(database);
      return rows;
    },
  };
}

function daysOf(
  { studyId, trackerId, from, days, now }: TrackerDaysAsked,
  { after = 0, limit }: Page<number>,
): RawBuilder<TrackerDays> {
  const only = trackerId === undefined ? sql`` : sql`and id = ${trackerId}`;
  return sql<TrackerDays>`
    with shown as (
      select tracker.id, coalesce(interval_seconds, usual_interval_seconds) as interval
      from tracker left join tracker_health on tracker_id = tracker.id
      where study_id = ${studyId} and id > ${after} ${only}
      order by id limit ${limit}
    ), span as (
      select shown.id, started_at as since, coalesce(ended_at, 'infinity') as until
      from shown join deployment on tracker_id = shown.id
      union all
      select id, (select min(time) from fix where tracker_id = shown.id), 'infinity'
      from shown where not exists (select from deployment where tracker_id = shown.id)
    )
    select shown.id as "trackerId", ${firmware} as firmware,
      array_agg(got.received order by day) as received,
      array_agg(got.located order by day) as located,
      array_agg(round(wanted.seconds / shown.interval)::int order by day) as expected,
      array_agg(got.volts order by day) as "batteryVolts",
      array_agg(got.percent order by day) as "batteryPercent"
    from shown cross join generate_series(0, ${days - 1}::int) number
      cross join lateral (select ${from}::timestamptz + number * interval '24 hours' as day) days
      cross join lateral (
        select count(*)::int as received, count(longitude)::int as located,
          round(avg(battery_volts)::numeric, 3)::float8 as volts,
          round(avg(battery_percent)::numeric, 1)::float8 as percent
        from fix where tracker_id = shown.id and time >= day and time < day + interval '24 hours') got
      cross join lateral (
        select coalesce(sum(greatest(0, extract(epoch from
          least(until, day + interval '24 hours', ${now}) - greatest(since, day)))), 0) as seconds
        from span where span.id = shown.id and since is not null) wanted
    group by shown.id order by shown.id`;
}

const firmware = sql`(
  select said from (
    select attributes ->> 'firmware' as said, time from fix
    where tracker_id = shown.id order by time desc limit ${sql.lit(FIRMWARE_RECORDS)}) newest
  where said is not null order by time desc limit 1)`;
