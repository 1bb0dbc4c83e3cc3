import { DOUBTFUL_FLAGS, MISLEADING_FLAGS } from "@zpr/model";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";
import { toStoredTail } from "./fix-tail.ts";

type Fix = Selectable<Tables["fix"]>;

interface EndRow {
  readonly id: number;
  readonly latest: Date | null;
  readonly time: Date | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly battery_volts: number | null;
  readonly flags: number | null;
}

/** Makes the last places and the tails of locked trackers anew from their fixes. */
export async function settleEnds(
  transaction: Database,
  trackerIds: readonly number[],
  tailLength: number,
): Promise<void> {
  if (trackerIds.length === 0) return;
  const ends = await readEnds(transaction, trackerIds);
  const places = await readTails(transaction, trackerIds, tailLength);
  const tails = ends.map(({ id, latest }) =>
    latest ? JSON.stringify(toStoredTail({ latest, places: places.get(id) ?? [] })) : null,
  );
  await sql`
    update tracker set last_fix_time = found.time, last_longitude = found.longitude,
      last_latitude = found.latitude, last_battery_volts = found.volts, last_flags = found.flags,
      tail = found.tail::jsonb
    from unnest(
      ${ends.map((end) => end.id)}::int[],
      ${ends.map((end) => end.time)}::timestamptz[],
      ${ends.map((end) => end.longitude)}::float8[],
      ${ends.map((end) => end.latitude)}::float8[],
      ${ends.map((end) => end.battery_volts)}::float4[],
      ${ends.map((end) => end.flags)}::int[],
      ${tails}::text[]
    ) as found (id, time, longitude, latitude, volts, flags, tail)
    where tracker.id = found.id and
      (last_fix_time, last_longitude, last_latitude, last_battery_volts, last_flags, tracker.tail)
      is distinct from
      (found.time, found.longitude, found.latitude, found.volts, found.flags, found.tail::jsonb)
  `.execute(transaction);
}

/** Also counts a tracker's fixes anew, which takes as long as it has fixes. */
export function settleTracker(
  database: Database,
  trackerId: number,
  tailLength: number,
): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    await sql`select from tracker where id = ${trackerId} for update`.execute(transaction);
    await settleEnds(transaction, [trackerId], tailLength);
    await sql`
      update tracker set fix_count = counted.fixes
      from (select count(*) as fixes from fix where tracker_id = ${trackerId}) counted
      where id = ${trackerId} and fix_count <> counted.fixes`.execute(transaction);
  });
}

async function readEnds(
  transaction: Database,
  trackerIds: readonly number[],
): Promise<readonly EndRow[]> {
  const { rows } = await sql<EndRow>`
    select one.id, latest.time as latest, good.time, good.longitude, good.latitude,
      good.battery_volts, good.flags
    from unnest(${trackerIds}::int[]) as one (id)
      left join lateral (
        select time from fix where tracker_id = one.id order by time desc limit 1) latest on true
      left join lateral (
        select time, longitude, latitude, battery_volts, flags from fix
        where tracker_id = one.id and flags & ${MISLEADING_FLAGS}::int = 0
        order by time desc, record_hash desc limit 1) good on true`.execute(transaction);
  return rows;
}

async function readTails(transaction: Database, trackerIds: readonly number[], length: number) {
  const { rows } = await sql<
    Pick<Fix, "tracker_id" | "time" | "record_hash" | "longitude" | "latitude" | "flags">
  >`
    select found.* from unnest(${trackerIds}::int[]) as one (id) cross join lateral (
      select tracker_id, time, record_hash, longitude, latitude, flags from fix
      where tracker_id = one.id and flags & ${DOUBTFUL_FLAGS}::int = 0
      order by time desc, record_hash desc limit ${length}) found
    order by tracker_id, time, record_hash`.execute(transaction);
  const places = rows.map((row) => ({
    trackerId: row.tracker_id,
    time: row.time,
    recordHash: row.record_hash,
    position:
      row.longitude === null || row.latitude === null
        ? null
        : ([row.longitude, row.latitude] as const),
    flags: row.flags,
  }));
  return Map.groupBy(places, (place) => place.trackerId);
}
