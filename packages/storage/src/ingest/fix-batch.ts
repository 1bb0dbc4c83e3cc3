import { flagBits } from "@zpr/model";
import type {
  DeploymentSpan,
  FixBatch,
  FixPlace,
  KnownTracker,
  TrackerNews,
  UnknownCall,
  Window,
} from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";
import { insertFixes } from "./fix-insert.ts";
import type { FixMonths } from "./fix-months.ts";

/** At 3 m/s no place on Earth is further away than this: an older neighbour says nothing of speed. */
const NEIGHBOUR_DAYS = 78;
/** What a fix says of itself, whatever its neighbours or deployments are. */
const ALONE = flagBits([
  "no-fix",
  "null-island",
  "out-of-range",
  "future",
  "imprecise",
  "network",
  "duplicate",
]);

/** One transaction of ingest in PostgreSQL. */
export function fixBatch(database: Database, months: FixMonths): FixBatch {
  return {
    openMonths: (times) => months(database, times),
    trackers: (senders) => lockTrackers(database, senders),
    neighbours: (windows, around) => neighbours(database, windows, around),
    insert: (rows) => insertFixes(database, rows),
    reflag: (places) => reflag(database, places),
    heard: (news) => heard(database, news),
    journeysChanged: (changes) => markJourneys(database, changes),
    unknown: (calls) => unknown(database, calls),
    async undecodable(problems) {
      if (problems.length === 0) return;
      await database
        .insertInto("raw_problem")
        .values(
          problems.map(({ rawMessageId, reason }) => ({ raw_message_id: rawMessageId, reason })),
        )
        .onConflict((conflict) =>
          conflict
            .column("raw_message_id")
            .doUpdateSet(({ ref }) => ({ reason: ref("excluded.reason") })),
        )
        .execute();
    },
    async decoded(rawMessageIds) {
      await sql`delete from raw_problem where raw_message_id = any(${rawMessageIds})`.execute(
        database,
      );
    },
  };
}

async function lockTrackers(
  database: Database,
  senders: readonly { readonly protocol: string; readonly uniqueId: string }[],
): Promise<ReadonlyMap<string, KnownTracker>> {
  // In one order for every ingest, so that two of them never wait for each other's trackers.
  const { rows } = await sql<{ id: number; study_id: number; protocol: string; unique_id: string }>`
    select id, study_id, protocol, unique_id from tracker
    where (protocol, unique_id) in (select * from unnest(
      ${senders.map((sender) => sender.protocol)}::text[],
      ${senders.map((sender) => sender.uniqueId)}::text[]
    ))
    order by id for update`.execute(database);
  const spans = await deployments(
    database,
    rows.map((row) => row.id),
  );
  return new Map(
    rows.map((row) => [
      `${row.protocol} ${row.unique_id}`,
      { id: row.id, studyId: row.study_id, deployments: spans.get(row.id) ?? [] },
    ]),
  );
}

async function deployments(
  database: Database,
  trackerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DeploymentSpan[]>> {
  const { rows } = await sql<{
    tracker_id: number;
    item_id: number;
    code: string;
    started_at: Date;
    ended_at: Date | null;
  }>`
    select tracker_id, item_id, code, started_at, ended_at
    from deployment join item on item.id = item_id
    where tracker_id = any(${trackerIds}) order by tracker_id, started_at`.execute(database);
  const spans = new Map<number, DeploymentSpan[]>();
  for (const row of rows) {
    const span = {
      itemId: row.item_id,
      itemCode: row.code,
      startedAt: row.started_at,
      endedAt: row.ended_at,
    };
    spans.set(row.tracker_id, [...(spans.get(row.tracker_id) ?? []), span]);
  }
  return spans;
}

async function neighbours(
  database: Database,
  windows: readonly Window[],
  around: number,
): Promise<ReadonlyMap<number, readonly FixPlace[]>> {
  const columns = sql`fix.time, fix.record_hash, fix.longitude, fix.latitude, fix.flags`;
  const { rows } = await sql<PlaceRow>`
    select span.tracker_id, found.* from unnest(
      ${windows.map((window) => window.trackerId)}::int[],
      ${windows.map((window) => window.from)}::timestamptz[],
      ${windows.map((window) => window.to)}::timestamptz[]
    ) as span (tracker_id, first, last) cross join lateral (
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time < span.first and fix.time > span.first - ${`${NEIGHBOUR_DAYS} days`}::interval
        and fix.flags & ${ALONE}::int = 0 order by fix.time desc, fix.record_hash desc limit ${around})
      union all
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time between span.first and span.last)
      union all
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time > span.last and fix.time < span.last + ${`${NEIGHBOUR_DAYS} days`}::interval
        and fix.flags & ${ALONE}::int = 0 order by fix.time, fix.record_hash limit ${around})
    ) as found order by span.tracker_id, found.time, found.record_hash`.execute(database);
  const places = new Map<number, FixPlace[]>();
  for (const row of rows) {
    const list = places.get(row.tracker_id) ?? [];
    list.push(toPlace(row));
    places.set(row.tracker_id, list);
  }
  return places;
}

interface PlaceRow {
  readonly tracker_id: number;
  readonly time: Date;
  readonly record_hash: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly flags: number;
}

function toPlace(row: PlaceRow): FixPlace {
  return {
    trackerId: row.tracker_id,
    time: row.time,
    recordHash: row.record_hash,
    position:
      row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    flags: row.flags,
  };
}

async function reflag(database: Database, places: readonly FixPlace[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update fix set flags = judged.flags from unnest(
      ${places.map((place) => place.trackerId)}::int[],
      ${places.map((place) => place.time)}::timestamptz[],
      ${places.map((place) => place.recordHash)}::bigint[],
      ${places.map((place) => place.flags)}::int[]
    ) as judged (tracker_id, time, record_hash, flags)
    where fix.tracker_id = judged.tracker_id and fix.time = judged.time
      and fix.record_hash = judged.record_hash`.execute(database);
}

async function heard(database: Database, news: readonly TrackerNews[]): Promise<void> {
  if (news.length === 0) return;
  await sql`
    update tracker set
      last_heard_at = greatest(last_heard_at, heard.at),
      fix_count = fix_count + heard.fixes,
      last_fix_time = case when heard.time >= coalesce(last_fix_time, '-infinity') then heard.time else last_fix_time end,
      last_longitude = case when heard.time >= coalesce(last_fix_time, '-infinity') then heard.longitude else last_longitude end,
      last_latitude = case when heard.time >= coalesce(last_fix_time, '-infinity') then heard.latitude else last_latitude end,
      last_battery_volts = case when heard.time >= coalesce(last_fix_time, '-infinity') then coalesce(heard.volts, last_battery_volts) else last_battery_volts end,
      last_flags = case when heard.time >= coalesce(last_fix_time, '-infinity') then heard.flags else last_flags end
    from unnest(
      ${news.map((one) => one.trackerId)}::int[],
      ${news.map((one) => one.heardAt)}::timestamptz[],
      ${news.map((one) => one.fixCount)}::int[],
      ${news.map((one) => one.lastFix?.time ?? null)}::timestamptz[],
      ${news.map((one) => one.lastFix?.position?.[0] ?? null)}::float8[],
      ${news.map((one) => one.lastFix?.position?.[1] ?? null)}::float8[],
      ${news.map((one) => one.lastFix?.batteryVolts ?? null)}::float8[],
      ${news.map((one) => one.lastFix?.flags ?? null)}::int[]
    ) as heard (id, at, fixes, time, longitude, latitude, volts, flags)
    where tracker.id = heard.id`.execute(database);
}

async function unknown(database: Database, calls: readonly UnknownCall[]): Promise<void> {
  for (const { protocol, uniqueId, heardAt, position } of calls)
    await sql`
      insert into unknown_caller as known
        (protocol, unique_id, first_heard_at, last_heard_at, message_count, last_longitude, last_latitude)
      values (${protocol}, ${uniqueId}, ${heardAt}, ${heardAt}, 1, ${position?.[0] ?? null}, ${position?.[1] ?? null})
      on conflict (protocol, unique_id) do update set
        last_heard_at = greatest(known.last_heard_at, excluded.last_heard_at),
        message_count = known.message_count + 1,
        last_longitude = coalesce(excluded.last_longitude, known.last_longitude),
        last_latitude = coalesce(excluded.last_latitude, known.last_latitude)`.execute(database);
}
