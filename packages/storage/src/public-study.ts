import type { LatestSighting, StudyCounts } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** What the public page of a study says in numbers. */
export async function studyCounts(database: Database, id: number, now: Date): Promise<StudyCounts> {
  const { rows } = await sql<StudyCounts>`
    select (select count(*) from item where study_id = ${id}) as "itemCount",
      (select count(*) from tracker where study_id = ${id}) as "trackerCount",
      found.reports as "sightingCount", found.finders as "finderCount",
      (select coalesce(sum(travelled_metres), 0) from journey join item on item.id = item_id
        where study_id = ${id}) as "travelledMetres",
      (select count(*) from tracker t where t.study_id = ${id} and t.last_heard_at is not null
        and exists (select from deployment d where d.tracker_id = t.id and d.started_at <= ${now}::timestamptz
          and coalesce(d.ended_at, 'infinity') > ${now}::timestamptz)
        and not exists (select from alarm where alarm.tracker_id = t.id and kind = 'silent'
          and alarm.ended_at is null)) as "aliveTrackerCount"
    from (
      select count(*) as reports, count(distinct coalesce(lower(c.email), g.id::text)) as finders
      from sighting g join item on item.id = g.item_id
        left join sighting_contact c on c.sighting_id = g.id
      where study_id = ${id} and g.review in ('none', 'accepted') and g.merged_into is null) found`.execute(
    database,
  );
  const [row] = rows;
  if (!row) throw new Error(`counts of study ${id} have no row`);
  return row;
}

/** Public reports of a study, the newest first, each with its first approved photo. */
export async function latestSightings(
  database: Database,
  id: number,
  limit: number,
): Promise<readonly LatestSighting[]> {
  const { rows } = await sql<LatestSighting>`
    select g.public_id as "publicId", i.code as "itemCode", ty.name as "itemType",
      g.seen_at as "seenAt", g.condition, g.surroundings, shown.photo
    from sighting g join item i on i.id = g.item_id join item_type ty on ty.id = i.item_type_id
      join study s on s.id = i.study_id
      left join lateral (
        select json_build_object('n', n, 'width', width, 'height', height) as photo from photo
        where photo.sighting_id = g.id and s.publish_photos and g.review = 'accepted'
          and is_public and not hidden and width is not null
        order by n limit 1) shown on true
    where s.id = ${id} and s.public and g.is_open
    order by g.seen_at desc, g.public_id limit ${limit}`.execute(database);
  return rows;
}
