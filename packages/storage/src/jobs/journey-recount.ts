import type { JourneyRecount } from "@zpr/ports";
import type { Database } from "../database.ts";
import { markJourneys } from "../journey-marks.ts";

/** Earlier than anything that can be known of an item: the keeper goes back to the beginning. */
const BEGINNING = new Date(0);

/** Journeys told again, in PostgreSQL. */
export function postgresJourneyRecount(database: Database): JourneyRecount {
  return {
    async mark(studyId, { after = 0, limit }) {
      const rows = await database
        .selectFrom("item")
        .select("id")
        .where("study_id", "=", studyId)
        .where("id", ">", after)
        .orderBy("id")
        .limit(limit)
        .execute();
      await markJourneys(
        database,
        rows.map(({ id: itemId }) => ({ itemId, since: BEGINNING })),
      );
      return rows.map(({ id }) => id);
    },

    async waiting(itemIds) {
      if (itemIds.length === 0) return 0;
      const { count } = await database
        .selectFrom("journey_change")
        .select(({ fn }) => fn.count<number>("item_id").distinct().as("count"))
        .where("item_id", "in", itemIds)
        .where("since", "=", BEGINNING)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
