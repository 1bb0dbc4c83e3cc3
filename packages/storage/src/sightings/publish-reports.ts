import type { PublishSightings } from "@zpr/model";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";

/** Holds the reports of a study that nobody looked at, or lets those go that wait without a doubt. */
export async function publishReports(
  transaction: Database,
  studyId: number,
  when: PublishSightings,
): Promise<void> {
  const [from, to] = when === "after-review" ? ["none", "waiting"] : ["waiting", "none"];
  const { rows } = await sql<{ itemId: number; since: Date }>`
    with moved as (
      update sighting set review = ${to} from item
      where item.id = sighting.item_id and item.study_id = ${studyId}
        and review = ${from} and suspicious = '{}'
      returning sighting.item_id, sighting.seen_at
    ) select item_id as "itemId", min(seen_at) as since from moved group by item_id`.execute(
    transaction,
  );
  await markJourneys(transaction, rows);
}
