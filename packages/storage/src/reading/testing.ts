import { type Position, tileKey } from "@zpr/model";
import type { RiverFacts } from "@zpr/testkit";
import type { Insertable } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

/** Writes the facts of a test into an empty database. */
export async function writeRiver(database: Database, facts: RiverFacts): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const [table, rows] of Object.entries(rowsOf(facts)))
      if (rows.length > 0)
        await transaction
          .insertInto(table as keyof Tables)
          .values([...rows])
          .execute();
  });
}

type Rows = { readonly [Table in keyof Tables]?: readonly Insertable<Tables[Table]>[] };

/** The rows of each table, tables that others point to first. */
function rowsOf(facts: RiverFacts): Rows {
  return {
    study: facts.studies.map(({ publicDelayHours, ...study }) => ({
      ...study,
      public_delay_hours: publicDelayHours,
    })),
    item_type: facts.studies.map((_, index) => ({
      study_id: index + 1,
      name: "bottle",
      material: "PET",
    })),
    release: facts.releases.map(({ studyId, place, position, releasedAt }) => ({
      study_id: studyId,
      place,
      released_at: releasedAt,
      ...degrees(position),
    })),
    item: facts.items.map(({ studyId, code, releaseId, note }) => ({
      study_id: studyId,
      item_type_id: studyId,
      release_id: releaseId,
      code,
      note,
    })),
    tracker: facts.trackers.map(({ studyId }, index) => ({
      study_id: studyId,
      protocol: "teltonika",
      unique_id: `${index}`,
      name: `tracker ${index}`,
    })),
    deployment: facts.deployments.map(({ trackerId, itemId, startedAt, endedAt }) => ({
      tracker_id: trackerId,
      item_id: itemId,
      started_at: startedAt,
      ended_at: endedAt,
    })),
    fix: facts.fixes.map(({ trackerId, time, position, flags }, index) => ({
      tracker_id: trackerId,
      time,
      record_hash: 1000 - index,
      raw_message_id: index + 1,
      received_at: time,
      quality: 0,
      flags,
      ...located(position),
    })),
    ...findings(facts),
  };
}

function findings(facts: RiverFacts): Rows {
  return {
    sighting: facts.sightings.map(({ id, itemId, seenAt, position, note }, index) => ({
      id,
      item_id: itemId,
      code: facts.items[itemId - 1]?.code ?? "",
      seen_at: seenAt,
      received_at: seenAt,
      position_source: "gps",
      surroundings: "bank",
      condition: "worn",
      put_back: "put-back",
      locale: "nl",
      note,
      finder_number: index + 1,
      ...located(position),
    })),
    journey: facts.journeys.map((journey) => ({
      item_id: journey.itemId,
      last_at: journey.lastAt,
      last_longitude: journey.lastPosition[0],
      last_latitude: journey.lastPosition[1],
      last_evidence: journey.lastEvidence,
      travelled_metres: journey.travelledMetres,
    })),
    episode: facts.journeys.map(({ itemId, lastAt, lastPosition, travelledMetres }) => ({
      item_id: itemId,
      state: "drifting",
      started_at: lastAt,
      ended_at: lastAt,
      from_longitude: lastPosition[0],
      from_latitude: lastPosition[1],
      end_reason: "open",
      fix_count: 0,
      travelled_metres: travelledMetres,
      is_settled: false,
    })),
  };
}

function located(position: Position | null) {
  return position ? { ...degrees(position), tile_key: tileKey(position) } : {};
}

function degrees([longitude, latitude]: Position) {
  return { longitude, latitude };
}
