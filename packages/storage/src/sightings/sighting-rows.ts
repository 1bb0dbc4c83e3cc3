import { itemCode } from "@zpr/model";
import type { PlacedSighting, SightingPhoto } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Reports with the studies of their items, and their photos. */
export function sightingRows(database: Database) {
  return database
    .selectFrom("sighting")
    .leftJoin("item", "item.id", "sighting.item_id")
    .leftJoin("study", "study.id", "item.study_id")
    .select([
      "sighting.id",
      "sighting.version",
      "sighting.code",
      "sighting.seen_at",
      "sighting.received_at",
      "sighting.longitude",
      "sighting.latitude",
      "sighting.accuracy_metres",
      "sighting.position_source",
      "sighting.surroundings",
      "sighting.condition",
      "sighting.put_back",
      "sighting.note",
      "sighting.locale",
      "sighting.finder_number",
      "sighting.notes",
      "sighting.suspicious",
      "sighting.review",
      "sighting.original",
      "sighting.note_hidden",
      "sighting.merged_into",
      "item.study_id",
      "study.simulated",
    ])
    .select(({ selectFrom }) =>
      selectFrom("photo")
        .whereRef("photo.sighting_id", "=", "sighting.id")
        .select(
          sql<
            SightingPhoto[]
          >`coalesce(json_agg(json_build_object('n', n, 'width', width, 'height', height,
            'version', version, 'checked', checked, 'hidden', hidden, 'public', is_public, 'blur', blur) order by n) filter (where width is not null), '[]')`.as(
            "photos",
          ),
        )
        .as("photos"),
    )
    .select(({ selectFrom }) =>
      selectFrom("photo")
        .whereRef("photo.sighting_id", "=", "sighting.id")
        .where("photo.width", "is", null)
        .select(sql<number>`count(*)`.as("n"))
        .as("not_shown"),
    )
    .select(
      sql<PlacedSighting["question"]>`coalesce((
        select case when bool_or(answered_at is null) then 'open' else 'answered' end
        from finder_question asked
        where asked.sighting_id = sighting.id and withdrawn_at is null), 'none')`.as("question"),
    );
}

type SightingRow = Awaited<ReturnType<ReturnType<typeof sightingRows>["execute"]>>[number];

/** A report out of its row. */
export function toSighting(row: SightingRow): PlacedSighting {
  const { longitude, latitude } = row;
  return {
    id: row.id,
    version: row.version,
    itemCode: itemCode(row.code),
    studyId: row.study_id,
    seenAt: row.seen_at,
    receivedAt: row.received_at,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    accuracyMetres: row.accuracy_metres,
    positionSource: row.position_source,
    surroundings: row.surroundings,
    condition: row.condition,
    putBack: row.put_back,
    note: row.note,
    locale: row.locale,
    finderNumber: row.finder_number,
    photos: row.photos ?? [],
    photosNotShown: row.not_shown ?? 0,
    simulated: row.simulated ?? false,
    notes: row.notes,
    suspicious: row.suspicious,
    review: row.review,
    noteHidden: row.note_hidden,
    mergedInto: row.merged_into,
    corrected: row.original !== null,
    question: row.question,
  };
}
