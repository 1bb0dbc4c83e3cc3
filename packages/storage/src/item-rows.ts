import type { Item } from "@zpr/ports";
import type { Database } from "./database.ts";
import { itemStatus } from "./item-status.ts";

/** Items with their releases, trackers and the ends of their journeys. */
export function itemRows(database: Database) {
  return database
    .selectFrom("item")
    .leftJoin("journey", "journey.item_id", "item.id")
    .leftJoin("release", "release.id", "item.release_id")
    .leftJoin("deployment", (join) =>
      join.onRef("deployment.item_id", "=", "item.id").on("deployment.ended_at", "is", null),
    )
    .distinctOn("item.id")
    .selectAll("item")
    .select(["deployment.tracker_id", "release.longitude as release_longitude"])
    .select(["release.latitude as release_latitude", "release.released_at"])
    .select([
      "journey.last_at",
      "journey.last_longitude",
      "journey.last_latitude",
      "journey.last_evidence",
    ])
    .select(["journey.travelled_metres", "journey.net_metres", "journey.sighting_count"]);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof itemRows>["execute"]>>[number];

/** A row as an item. */
export function toItem(row: ItemRow): Item {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    code: row.code,
    name: row.name,
    itemTypeId: row.item_type_id,
    releaseId: row.release_id,
    status: itemStatus(row),
    note: row.note,
    trackerId: row.tracker_id,
    ...lastEvidenceOf(row),
    travelledMetres: row.travelled_metres ?? 0,
    netMetres: row.net_metres ?? 0,
    sightingCount: row.sighting_count ?? 0,
  };
}

/** The journey's end; an item just released has its release until the keeper has been by. */
function lastEvidenceOf(row: ItemRow): Pick<Item, "lastPosition" | "lastAt" | "lastEvidence"> {
  if (row.last_longitude !== null && row.last_latitude !== null)
    return {
      lastPosition: [row.last_longitude, row.last_latitude],
      lastAt: row.last_at,
      lastEvidence: row.last_evidence,
    };
  if (row.release_longitude !== null && row.release_latitude !== null)
    return {
      lastPosition: [row.release_longitude, row.release_latitude],
      lastAt: row.released_at,
      lastEvidence: "release",
    };
  return { lastPosition: null, lastAt: null, lastEvidence: null };
}
