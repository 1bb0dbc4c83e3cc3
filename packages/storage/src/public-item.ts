import { coarsePosition, type ItemCode } from "@zpr/model";
import type { PublicItem } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { itemStatus } from "./item-status.ts";

/** What anybody may know of an item. */
export async function findPublicItem(
  database: Database,
  code: ItemCode,
): Promise<PublicItem | undefined> {
  const row = await database
    .selectFrom("item")
    .innerJoin("item_type", "item_type.id", "item.item_type_id")
    .innerJoin("study", "study.id", "item.study_id")
    .leftJoin("release", "release.id", "item.release_id")
    .select(["item.id", "item.code", "item.fate", "item.release_id"])
    .select(["item_type.name as type_name", "item_type.material"])
    .select(["study.id as study_id", "study.name as study_name", "study.simulated", "study.public"])
    .select("study.public_coarse_metres")
    .select("study.closed_at")
    .select(["release.place", "release.longitude", "release.latitude", "release.released_at"])
    .select(({ selectFrom }) =>
      selectFrom("sighting")
        .whereRef("sighting.item_id", "=", "item.id")
        .where("sighting.review", "in", ["none", "accepted"])
        .where("sighting.merged_into", "is", null)
        .select(sql<number>`count(*)`.as("n"))
        .as("sightings"),
    )
    .where("item.code", "=", code)
    .executeTakeFirst();
  return row && toPublicItem(row);
}

interface PublicRow {
  readonly id: number;
  readonly code: string;
  readonly fate: "lost" | "retrieved" | null;
  readonly release_id: number | null;
  readonly type_name: string;
  readonly material: string | null;
  readonly study_id: number;
  readonly study_name: string;
  readonly simulated: boolean;
  readonly public: boolean;
  readonly public_coarse_metres: number;
  readonly closed_at: Date | null;
  readonly place: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly released_at: Date | null;
  readonly sightings: number | null;
}

function toPublicItem(row: PublicRow): PublicItem {
  const { place, longitude, latitude, released_at: releasedAt } = row;
  return {
    id: row.id,
    code: row.code,
    itemType: { name: row.type_name, material: row.material },
    study: {
      id: row.study_id,
      name: row.study_name,
      simulated: row.simulated,
      public: row.public,
      closedAt: row.closed_at,
    },
    release:
      place !== null && longitude !== null && latitude !== null && releasedAt
        ? {
            place,
            position: coarsePosition([longitude, latitude], row.public_coarse_metres),
            releasedAt,
          }
        : null,
    sightingCount: row.sightings ?? 0,
    status: itemStatus(row),
  };
}
