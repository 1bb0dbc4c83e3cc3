import type { NewestFix, TrackerHistory } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

const NEWEST_FIXES = 60;
/** Older fixes say nothing of now, and their months need not be looked into. */
const OLDEST = "90 days";
const HEARD_MESSAGES = 50;
const SAMPLES = 42;
const SAMPLE_HOURS = 8;

/** The newest fixes of trackers, so many of each. */
export async function readNewestFixes(
  database: Database,
  trackerIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, readonly NewestFix[]>> {
  if (trackerIds.length === 0) return new Map();
  const { rows } = await sql<NewestRow>`
    select wanted.id, newest.* from unnest(${trackerIds}::int[]) as wanted (id) cross join lateral (
      select fix.time, fix.longitude, fix.latitude, fix.flags, fix.battery_volts as volts,
        fix.battery_percent as percent
      from fix where fix.tracker_id = wanted.id and fix.time <= ${now}
        and fix.time > ${now}::timestamptz - ${OLDEST}::interval
      order by fix.time desc, fix.record_hash limit ${NEWEST_FIXES}
    ) as newest`.execute(database);
  const found = Map.groupBy(rows, ({ id }) => id);
  return new Map(trackerIds.map((id) => [id, (found.get(id) ?? []).map(toNewest)]));
}

interface NewestRow {
  readonly id: number;
  readonly time: Date;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly flags: number;
  readonly volts: number | null;
  readonly percent: number | null;
}

function toNewest({ time, longitude, latitude, flags, volts, percent }: NewestRow): NewestFix {
  const position =
    longitude === null || latitude === null ? null : ([longitude, latitude] as const);
  return { time, position, flags, volts, percent };
}

/** When trackers were heard and how their batteries went, in samples, so that a busy one costs no more than another. */
export async function readHistories(
  database: Database,
  trackerIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, TrackerHistory>> {
  if (trackerIds.length === 0) return new Map();
  const [heard, samples] = await Promise.all([
    readHeard(database, trackerIds),
    readSamples(database, trackerIds, now),
  ]);
  const readings = Map.groupBy(samples, ({ id }) => id);
  return new Map(
    trackerIds.map((id) => [
      id,
      {
        heardAt: heard.get(id) ?? [],
        readings: (readings.get(id) ?? []).map(({ id: _, ...reading }) => reading),
      },
    ]),
  );
}

/** Their newest messages, of which the raw log knows when they came. */
async function readHeard(
  database: Database,
  trackerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Date[]>> {
  const { rows } = await sql<{ id: number; at: Date }>`
    select tracker.id, newest.received_at as at
    from tracker cross join lateral (
      select received_at from raw_message where raw_message.protocol = tracker.protocol
        and raw_message.unique_id = tracker.unique_id
      order by raw_message.id desc limit ${HEARD_MESSAGES}
    ) as newest
    where tracker.id = any(${trackerIds}::int[])`.execute(database);
  const heard = Map.groupBy(rows, ({ id }) => id);
  return new Map([...heard].map(([id, messages]) => [id, messages.map(({ at }) => at)]));
}

interface SampleRow {
  readonly id: number;
  readonly time: Date;
  readonly volts: number | null;
  readonly percent: number | null;
}

/** The newest reading of each span of hours, as far back as the trend goes. */
async function readSamples(
  database: Database,
  trackerIds: readonly number[],
  now: Date,
): Promise<readonly SampleRow[]> {
  const hours = `${SAMPLE_HOURS} hours`;
  const { rows } = await sql<SampleRow>`
    select wanted.id, sample.* from unnest(${trackerIds}::int[]) as wanted (id)
    cross join generate_series(0, ${SAMPLES - 1}::int) as span (number)
    cross join lateral (
      select fix.time, fix.battery_volts as volts, fix.battery_percent as percent
      from fix where fix.tracker_id = wanted.id
        and fix.time <= ${now}::timestamptz - span.number * ${hours}::interval
        and fix.time > ${now}::timestamptz - (span.number + 1) * ${hours}::interval
        and (fix.battery_volts is not null or fix.battery_percent is not null)
      order by fix.time desc, fix.record_hash limit 1
    ) as sample`.execute(database);
  return rows;
}
