import { sql } from "kysely";
import type { Database } from "./database.ts";
import { instants, integers } from "./ingest/binary-array.ts";

/** Marks the journeys of items as changed since an instant, for the journey keeper to bring up to date. */
export async function markJourneys(
  database: Database,
  changes: readonly { readonly itemId: number; readonly since: Date }[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into journey_change (item_id, since) select item_id, since from unnest(
      ${integers(changes, (change) => change.itemId)}::int[],
      ${instants(changes, (change) => change.since)}::timestamptz[]
    ) as change (item_id, since)`.execute(database);
}

/** Marks all journeys of a study, for the journey keeper to tell them from their beginnings. */
export async function markStudyJourneys(database: Database, studyId: number): Promise<void> {
  await sql`
    insert into journey_change (item_id, since)
    select id, 'epoch' from item where study_id = ${studyId}`.execute(database);
}
