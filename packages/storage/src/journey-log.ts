import type { AdvancedJourney, JourneyLog } from "@zpr/ports";
import type { Database } from "./database.ts";
import { readEvidence } from "./journey-evidence.ts";

/** The journey keeper's side in PostgreSQL. Several keepers at once take different journeys. */
export function postgresJourneyLog(database: Database): JourneyLog {
  return {
    take: (limit, advance) =>
      database.transaction().execute(async (transaction) => {
        const changed = await transaction
          .selectFrom("journey")
          .select(["item_id", "state", "settled_at", "changed_since"])
          .where("changed_since", "is not", null)
          .orderBy("changed_since")
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .execute();
        for (const row of changed) {
          if (!row.changed_since) continue;
          const journey = await advance({
            state: row.state,
            settledAt: row.settled_at,
            changedSince: row.changed_since,
            evidenceAfter: (after) =>
              readEvidence(transaction, row.item_id, { after, fixesBefore: null }),
          });
          await save(transaction, row.item_id, journey);
        }
        return changed.length;
      }),
  };
}

async function save(database: Database, itemId: number, journey: AdvancedJourney): Promise<void> {
  const { measures, state, settledAt } = journey;
  await database
    .updateTable("journey")
    .set({
      state: state && JSON.stringify(state),
      settled_at: settledAt,
      changed_since: null,
      started_at: measures.startedAt,
      last_at: measures.lastAt,
      last_longitude: measures.lastPosition?.[0] ?? null,
      last_latitude: measures.lastPosition?.[1] ?? null,
      last_evidence: measures.lastEvidence,
      travelled_metres: measures.travelledMetres,
      net_metres: measures.netMetres,
      fix_count: measures.fixCount,
      sighting_count: measures.sightingCount,
    })
    .where("item_id", "=", itemId)
    .execute();
}
