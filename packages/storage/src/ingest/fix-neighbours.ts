import { DOUBTFUL_FLAGS, NEIGHBOUR_FLAGS } from "@zpr/model";
import type { FixPlace, Rim, Window } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { bigints, instants, integers } from "./binary-array.ts";

/** The fixes in windows of trackers' histories, and the nearest that count in the rim of each. */
export async function readNeighbours(
  transaction: Database,
  windows: readonly Window[],
  { count, milliseconds }: Rim,
): Promise<ReadonlyMap<number, readonly FixPlace[]>> {
  if (windows.length === 0) return new Map();
  const reach = `${milliseconds} milliseconds`;
  const columns = sql`fix.time, fix.record_hash, fix.longitude, fix.latitude, fix.flags`;
  const { rows } = await sql<PlaceRow>`
    select span.tracker_id, found.* from unnest(
      ${integers(windows, (window) => window.trackerId)}::int[],
      ${instants(windows, (window) => window.from)}::timestamptz[],
      ${instants(windows, (window) => window.to)}::timestamptz[]
    ) as span (tracker_id, first, last) cross join lateral (
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time < span.first and fix.time > span.first - ${reach}::interval
        and fix.flags & ${DOUBTFUL_FLAGS}::int = 0 order by fix.time desc, fix.record_hash desc limit ${count})
      union all
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time between span.first and span.last)
      union all
      (select ${columns} from fix where fix.tracker_id = span.tracker_id
        and fix.time > span.last and fix.time < span.last + ${reach}::interval
        and fix.flags & ${DOUBTFUL_FLAGS}::int = 0 order by fix.time, fix.record_hash limit ${count})
    ) as found order by span.tracker_id, found.time, found.record_hash`.execute(transaction);
  return byTracker(rows);
}

interface PlaceRow {
  readonly tracker_id: number;
  readonly time: Date;
  readonly record_hash: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly flags: number;
}

/** Rows in order; a fix that stands near two windows comes twice, one after the other. */
function byTracker(rows: readonly PlaceRow[]): ReadonlyMap<number, readonly FixPlace[]> {
  const places = new Map<number, FixPlace[]>();
  for (const row of rows) {
    const list = places.get(row.tracker_id) ?? [];
    const last = list.at(-1);
    if (last?.recordHash === row.record_hash && last.time.getTime() === row.time.getTime())
      continue;
    list.push(toPlace(row));
    places.set(row.tracker_id, list);
  }
  return places;
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

/** Gives stored fixes the flags of their neighbours anew, and leaves the others alone. */
export async function reflag(transaction: Database, places: readonly FixPlace[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update fix
    set flags = (fix.flags & ~${NEIGHBOUR_FLAGS}::int) | (judged.flags & ${NEIGHBOUR_FLAGS}::int)
    from unnest(
      ${integers(places, (place) => place.trackerId)}::int[],
      ${instants(places, (place) => place.time)}::timestamptz[],
      ${bigints(places, (place) => place.recordHash)}::bigint[],
      ${integers(places, (place) => place.flags)}::int[]
    ) as judged (tracker_id, time, record_hash, flags)
    where fix.tracker_id = judged.tracker_id and fix.time = judged.time
      and fix.record_hash = judged.record_hash`.execute(transaction);
}
