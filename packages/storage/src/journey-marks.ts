import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Marks the journeys of items as changed since an instant, for the journey keeper to bring up to date. */
export async function markJourneys(
  database: Database,
  changes: readonly { readonly itemId: number; readonly since: Date }[],
): Promise<void> {
  if (changes.length === 0) return;
  // In one order for every writer, so that two of them never wait for each other's rows.
  const sorted = [...changes].sort((a, b) => a.itemId - b.itemId);
  await sql`
    insert into journey (item_id, changed_since)
    select item_id, min(since) from unnest(
      ${sorted.map((change) => change.itemId)}::int[],
      ${sorted.map((change) => change.since)}::timestamptz[]
    ) as change (item_id, since) group by item_id order by item_id
    on conflict (item_id) do update
      set changed_since = least(journey.changed_since, excluded.changed_since)
  `.execute(database);
}
