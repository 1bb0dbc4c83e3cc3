import { EXCLUDED_FLAGS, TAKEN_FLAGS } from "@zpr/model";
import type { FixPlace, FixRow, ReplayBatch } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";
import { bigints, instants, integers } from "./binary-array.ts";
import { QUALITIES } from "./fix-quality.ts";

/** Whole fixes as they are stored: those that came from messages, and those with the keys of places. */
export async function readStored(
  transaction: Database,
  { trackerIds, rawMessageIds, places }: Parameters<ReplayBatch["stored"]>[0],
): Promise<readonly FixRow[]> {
  if (trackerIds.length === 0) return [];
  // The bounds are for the index, which knows of ranges only.
  const [first, last] = [Math.min(...rawMessageIds), Math.max(...rawMessageIds)];
  const { rows } = await sql<Selectable<Tables["fix"]>>`
    select fix.* from fix where tracker_id = any(${trackerIds}::int[])
      and raw_message_id between ${first}::bigint and ${last}::bigint
      and raw_message_id = any(${rawMessageIds}::bigint[])
    union all
    select fix.* from (select distinct * from unnest(
      ${integers(places, (place) => place.trackerId)}::int[],
      ${instants(places, (place) => place.time)}::timestamptz[],
      ${bigints(places, (place) => place.recordHash)}::bigint[]
    ) as place (tracker_id, time, record_hash)) place join fix using (tracker_id, time, record_hash)
    where fix.raw_message_id <> all(${rawMessageIds}::bigint[])`.execute(transaction);
  return rows.map(toRow);
}

/** Removes fixes by their keys. */
export async function removeFixes(
  transaction: Database,
  places: readonly FixPlace[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    delete from fix using unnest(
      ${integers(places, (place) => place.trackerId)}::int[],
      ${instants(places, (place) => place.time)}::timestamptz[],
      ${bigints(places, (place) => place.recordHash)}::bigint[]
    ) as gone (tracker_id, time, record_hash)
    where fix.tracker_id = gone.tracker_id and fix.time = gone.time
      and fix.record_hash = gone.record_hash`.execute(transaction);
}

function toRow(row: Selectable<Tables["fix"]>): FixRow {
  const { longitude, latitude, time } = row;
  const position =
    longitude === null || latitude === null ? null : ([longitude, latitude] as const);
  return {
    trackerId: row.tracker_id,
    time,
    recordHash: row.record_hash,
    position,
    // What the journey keeper found and researchers decided stands beside what the message says.
    flags: row.flags & ~(TAKEN_FLAGS | EXCLUDED_FLAGS),
    rawMessageId: row.raw_message_id,
    receivedAt: row.received_at,
    fix: {
      time,
      position,
      quality: QUALITIES[row.quality] ?? "none",
      altitudeMetres: row.altitude_metres,
      speedMetresPerSecond: row.speed_metres_per_second,
      headingDegrees: row.heading_degrees,
      satellites: row.satellites,
      hdop: row.hdop,
      accuracyMetres: row.accuracy_metres,
      batteryVolts: row.battery_volts,
      batteryPercent: row.battery_percent,
      attributes: row.attributes ?? {},
    },
  };
}
