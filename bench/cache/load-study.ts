import { type ItemCode, itemCodeFromNumber, type Position } from "@zpr/model";
import type pg from "pg";
import { loadFixes } from "../map/load-fixes.ts";

export interface StudyLoad {
  readonly items: number;
  readonly fixes: number;
  readonly sightings: number;
}

/** An item that many ask for, and where its tracker was last. */
export interface Place {
  readonly code: ItemCode;
  readonly position: Position;
}

/** Writes one study with items that drift and are reported, evenly over the last hour. */
export async function loadStudy(
  client: pg.Client,
  { items, fixes, sightings }: StudyLoad,
): Promise<Place> {
  await loadFixes(client, { fixes, trackers: items, until: Date.now() - 60_000 }, () => undefined);
  await client.query(
    `insert into sighting (id, item_id, code, seen_at, received_at, longitude, latitude,
      position_source, surroundings, condition, put_back, locale, finder_number)
     select gen_random_uuid(), item.id, item.code, at, at, 4.3, 51.1,
      'gps', 'bank', 'worn', 'not-touched', 'nl', 1 + n / $2
     from generate_series(0, $1::int - 1) n join item on item.id = 1 + n % $2::int,
      lateral (select now() - make_interval(secs => 3600.0 * n / $1)) t (at)`,
    [sightings, items],
  );
  await client.query("update study set public = true");
  await client.query("vacuum analyze");
  await client.query("checkpoint");
  const { rows } = await client.query<{ longitude: number; latitude: number }>(
    "select longitude, latitude from fix where tracker_id = 1 order by time desc limit 1",
  );
  const { longitude = 4.3, latitude = 51.1 } = rows[0] ?? {};
  return { code: itemCodeFromNumber(0), position: [longitude, latitude] };
}
