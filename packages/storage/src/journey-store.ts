import type { Evidence } from "@zpr/model";
import type { JourneyStore, JourneySummary } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { readEvidence } from "./journey-evidence.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

/** Journeys in PostgreSQL, as they are read. */
export function postgresJourneyStore(database: Database): JourneyStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("journey")
        .innerJoin("item", "item.id", "journey.item_id")
        .selectAll("journey")
        .select("item.code")
        .where(({ eb, ref }) =>
          eb.and([eb("journey.item_id", ">", after), inStudies(ref("item.study_id"), scope)]),
        )
        .orderBy("journey.item_id")
        .limit(limit)
        .execute();
      return rows.map(toSummary);
    },

    async evidence(code, limit): Promise<readonly Evidence[]> {
      const item = await database
        .selectFrom("item")
        .select("id")
        .where("code", "=", code)
        .executeTakeFirst();
      if (!item) return [];
      const reach =
        limit === "everything"
          ? { fixesBefore: null, closedSightings: true, taken: true, publicIds: false }
          : { ...limit, closedSightings: false, taken: false, publicIds: true };
      const parts = [{ itemId: item.id, after: null }];
      const found = await readEvidence(database, parts, { ...reach, freshness: false });
      return found.get(item.id)?.pieces ?? [];
    },
  };
}

function toSummary(row: Selectable<Tables["journey"]> & { code: string }): JourneySummary {
  const { last_longitude: longitude, last_latitude: latitude } = row;
  return {
    itemId: row.item_id,
    itemCode: row.code,
    startedAt: row.started_at,
    lastAt: row.last_at,
    lastPosition: longitude === null || latitude === null ? null : [longitude, latitude],
    lastEvidence: row.last_evidence,
    travelledMetres: row.travelled_metres,
    netMetres: row.net_metres,
    fixCount: row.fix_count,
    sightingCount: row.sighting_count,
    drift: row.drift,
  };
}
