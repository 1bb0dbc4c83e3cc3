import type { Release } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Releases with the codes of their items. */
export function releaseRows(database: Database) {
  return database
    .selectFrom("release")
    .selectAll("release")
    .select(({ selectFrom }) =>
      selectFrom("item")
        .whereRef("item.release_id", "=", "release.id")
        .select(sql<string[]>`coalesce(array_agg(code order by code), '{}')`.as("codes"))
        .as("codes"),
    )
    .select(({ selectFrom }) =>
      selectFrom("release_photo as photo")
        .whereRef("photo.release_id", "=", "release.id")
        .select(
          sql<Release["photos"]>`coalesce(json_agg(json_build_object('n', n, 'width', width,
            'height', height) order by n), '[]')`.as("photos"),
        )
        .as("photos"),
    );
}

type ReleaseRow = Awaited<ReturnType<ReturnType<typeof releaseRows>["execute"]>>[number];

/** A row as a release. */
export function toRelease(row: ReleaseRow): Release {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    place: row.place,
    position: [row.longitude, row.latitude],
    releasedAt: row.released_at,
    endedAt: row.ended_at,
    note: row.note,
    tideLagMinutes: row.tide_lag_minutes,
    itemCodes: row.codes ?? [],
    photos: row.photos ?? [],
  };
}
