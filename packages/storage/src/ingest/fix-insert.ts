import type { Buffer } from "node:buffer";
import { EXCLUDED_FLAGS, tileKey } from "@zpr/model";
import type { FixRow } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { bigints, doubles, instants, integers, reals, smallints, texts } from "./binary-array.ts";
import { QUALITIES } from "./fix-quality.ts";

const CHUNK_ROWS = 2000;

/** Saves fixes by `unnest`, many times as fast as rows of values; one that is there stays as it is. */
export async function insertFixes(database: Database, rows: readonly FixRow[]): Promise<void> {
  for (const chunk of chunksOf(rows))
    await sql`${insertion(chunk)} on conflict do nothing`.execute(database);
}

/** Saves fixes in place of those with the same keys. */
export async function replaceFixes(database: Database, rows: readonly FixRow[]): Promise<void> {
  for (const chunk of chunksOf(rows))
    await sql`
      ${insertion(chunk)} on conflict (tracker_id, time, record_hash) do update set
        raw_message_id = excluded.raw_message_id, received_at = excluded.received_at,
        longitude = excluded.longitude, latitude = excluded.latitude, tile_key = excluded.tile_key,
        quality = excluded.quality, flags = excluded.flags,
        altitude_metres = excluded.altitude_metres,
        speed_metres_per_second = excluded.speed_metres_per_second,
        heading_degrees = excluded.heading_degrees, satellites = excluded.satellites,
        hdop = excluded.hdop, accuracy_metres = excluded.accuracy_metres,
        battery_volts = excluded.battery_volts, battery_percent = excluded.battery_percent,
        attributes = excluded.attributes`.execute(database);
}

/**
 * What researchers decided of a fix outlives the fix: a replay may have taken it away for a while.
 * Most trackers have no corrections, and then none is looked for fix by fix.
 */
function keptExclusion(trackerIds: Buffer): RawBuilder<unknown> {
  return sql`case when exists (select from fix_correction where tracker_id = any(${trackerIds}::int[]))
    then coalesce((
      select case kind when 'exclude' then ${sql.lit(EXCLUDED_FLAGS)} else 0 end from fix_correction kept
      where (kept.tracker_id, kept.time, kept.record_hash) = (row.tracker_id, row.time, row.record_hash)
      order by n desc limit 1), 0) else 0 end`;
}

function* chunksOf(rows: readonly FixRow[]): Generator<readonly FixRow[]> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS)
    yield rows.slice(start, start + CHUNK_ROWS);
}

function insertion(rows: readonly FixRow[]): RawBuilder<unknown> {
  const trackerIds = integers(rows, (row) => row.trackerId);
  return sql`
    insert into fix (
      tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude, tile_key,
      quality, flags, altitude_metres, speed_metres_per_second, heading_degrees, satellites, hdop,
      accuracy_metres, battery_volts, battery_percent, attributes
    ) select tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude, tile_key,
      quality, flags | ${keptExclusion(trackerIds)}, altitude, speed, heading, satellites, hdop, accuracy, volts, percent,
      attributes::jsonb
    from unnest(
      ${trackerIds}::int[],
      ${instants(rows, (row) => row.time)}::timestamptz[],
      ${bigints(rows, (row) => row.recordHash)}::bigint[],
      ${bigints(rows, (row) => row.rawMessageId)}::bigint[],
      ${instants(rows, (row) => row.receivedAt)}::timestamptz[],
      ${doubles(rows, (row) => row.position?.[0])}::float8[],
      ${doubles(rows, (row) => row.position?.[1])}::float8[],
      ${bigints(rows, (row) => row.position && tileKey(row.position))}::bigint[],
      ${smallints(rows, (row) => QUALITIES.indexOf(row.fix.quality))}::int2[],
      ${integers(rows, (row) => row.flags)}::int[],
      ${reals(rows, (row) => row.fix.altitudeMetres)}::float4[],
      ${reals(rows, (row) => row.fix.speedMetresPerSecond)}::float4[],
      ${reals(rows, (row) => row.fix.headingDegrees)}::float4[],
      ${smallints(rows, (row) => row.fix.satellites)}::int2[],
      ${reals(rows, (row) => row.fix.hdop)}::float4[],
      ${reals(rows, (row) => row.fix.accuracyMetres)}::float4[],
      ${reals(rows, (row) => row.fix.batteryVolts)}::float4[],
      ${reals(rows, (row) => row.fix.batteryPercent)}::float4[],
      ${texts(rows, (row) => jsonOf(row.fix.attributes))}::text[]
    ) as row (
      tracker_id, time, record_hash, raw_message_id, received_at, longitude, latitude, tile_key,
      quality, flags, altitude, speed, heading, satellites, hdop, accuracy, volts, percent, attributes
    )`;
}

function jsonOf(attributes: object): string | null {
  for (const _name in attributes) return JSON.stringify(attributes);
  return null;
}
