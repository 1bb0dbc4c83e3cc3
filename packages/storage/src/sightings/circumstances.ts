import type { Position, PublishSightings, SightingReport } from "@zpr/model";
import type { Circumstances } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

const DAY = "1 day";

interface CircumstancesRow {
  readonly simulated: boolean;
  readonly publish_sightings: PublishSightings;
  readonly reported_today: boolean;
  readonly released_at: Date | null;
  readonly closed_at: Date | null;
  readonly water_lines: Circumstances["waterLines"];
  readonly corridor_metres: number;
  readonly known_places: readonly Position[];
}

/** What is known of an item at the moment a report of it is judged. */
export async function readCircumstances(
  transaction: Database,
  report: Pick<SightingReport, "id" | "seenAt">,
  itemId: number,
): Promise<Circumstances | undefined> {
  const { rows } = await sql<CircumstancesRow>`
    select s.simulated, s.publish_sightings, r.released_at, s.closed_at, s.water_lines, s.corridor_metres,
      exists (
        select from sighting g where g.item_id = i.id and g.id <> ${report.id}::uuid
          and g.review <> 'rejected' and g.merged_into is null
          and g.seen_at > ${report.seenAt}::timestamptz - ${DAY}::interval
          and g.seen_at < ${report.seenAt}::timestamptz + ${DAY}::interval
      ) as reported_today,
      (select coalesce(json_agg(json_build_array(longitude, latitude)), '[]') from (
        select longitude, latitude from release where study_id = s.id
        union all
        select last_longitude, last_latitude from journey
        where item_id = i.id and last_longitude is not null
      ) place) as known_places
    from item i join study s on s.id = i.study_id left join release r on r.id = i.release_id
    where i.id = ${itemId}`.execute(transaction);
  const [row] = rows;
  return (
    row && {
      simulated: row.simulated,
      publishSightings: row.publish_sightings,
      reportedToday: row.reported_today,
      releasedAt: row.released_at,
      studyClosedAt: row.closed_at,
      waterLines: row.water_lines,
      corridorMetres: row.corridor_metres,
      knownPlaces: row.known_places,
    }
  );
}
