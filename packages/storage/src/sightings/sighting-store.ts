import { itemCode } from "@zpr/model";
import type { PlacedSighting, SightingFilter, SightingPhoto, SightingStore } from "@zpr/ports";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Database } from "../database.ts";
import { queueLetters } from "../finders/queue-letters.ts";
import { markJourneys } from "../journey-marks.ts";
import { isInBox } from "../reading/narrowing.ts";
import { inStudies } from "../scoping.ts";
import { keepReport } from "./keep-report.ts";

/** Finders' reports in PostgreSQL. */
export function postgresSightingStore(database: Database): SightingStore {
  return {
    report: (arrival) =>
      database.transaction().execute(async (transaction) => {
        const kept = await keepReport(transaction, arrival);
        const { report, receivedAt: at, letters } = arrival;
        if (kept !== "known")
          await queueLetters(transaction, { sightingId: report.id, at, letters });
        const row = await sightingRows(transaction)
          .where("sighting.id", "=", arrival.report.id)
          .executeTakeFirstOrThrow();
        return { sighting: toSighting(row), isNew: kept === "new" };
      }),

    async list({ studies, itemCode: code, bbox, review }, { after, limit }) {
      const rows = await sightingRows(database)
        .where(({ ref }) => isAbout(ref("item.study_id"), studies))
        .$if(code !== undefined, (q) => q.where("sighting.code", "=", code ?? ""))
        .$if(review !== undefined, (q) => q.where("sighting.review", "=", review ?? "none"))
        .$if(bbox !== undefined, (q) => q.where(isInBox("sighting", bbox)))
        .$if(after !== undefined, (q) =>
          q.where(
            sql<boolean>`(sighting.seen_at, sighting.id) < (${after?.seenAt}, ${after?.id}::uuid)`,
          ),
        )
        .orderBy("sighting.seen_at", "desc")
        .orderBy("sighting.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toSighting);
    },

    async find(id) {
      const row = await sightingRows(database).where("sighting.id", "=", id).executeTakeFirst();
      return row && toSighting(row);
    },

    review: (id, { review, by, at, letters }) =>
      database.transaction().execute(async (transaction) => {
        const reviewed = await transaction
          .updateTable("sighting")
          .set({ review, reviewed_by: by, reviewed_at: at })
          .where("id", "=", id)
          .returning(["item_id", "seen_at"])
          .executeTakeFirst();
        if (!reviewed) return undefined;
        const { item_id: itemId, seen_at: since } = reviewed;
        if (itemId !== null) await markJourneys(transaction, [{ itemId, since }]);
        if (review === "accepted") await queueLetters(transaction, { sightingId: id, at, letters });
        return toSighting(
          await sightingRows(transaction).where("sighting.id", "=", id).executeTakeFirstOrThrow(),
        );
      }),

    async addPhoto({ sightingId, n, objectKey, size }) {
      const { rows } = await sql<{ inserted: boolean }>`
        insert into photo (sighting_id, n, object_key, width, height)
        values (${sightingId}, ${n}, ${objectKey}, ${size?.width ?? null}, ${size?.height ?? null})
        on conflict (sighting_id, n) do update
          set object_key = excluded.object_key, width = excluded.width, height = excluded.height
        returning xmax = 0 as inserted`.execute(database);
      return rows[0]?.inserted ?? false;
    },

    async findPhoto(sightingId, n) {
      const row = await database
        .selectFrom("photo")
        .selectAll()
        .where("sighting_id", "=", sightingId)
        .where("n", "=", n)
        .executeTakeFirst();
      if (!row) return undefined;
      const { object_key: objectKey, width, height } = row;
      const size = width === null || height === null ? null : { width, height };
      return { sightingId, n, objectKey, size };
    },
  };
}

function isAbout(
  studyId: Expression<number | null>,
  studies: SightingFilter["studies"],
): Expression<SqlBool> {
  if (studies === "no-item") return sql<boolean>`sighting.item_id is null`;
  return studies === "all"
    ? sql<boolean>`sighting.item_id is not null`
    : inStudies(studyId, studies);
}

function sightingRows(database: Database) {
  return database
    .selectFrom("sighting")
    .leftJoin("item", "item.id", "sighting.item_id")
    .leftJoin("study", "study.id", "item.study_id")
    .selectAll("sighting")
    .select(["item.study_id", "study.simulated"])
    .select(({ selectFrom }) =>
      selectFrom("photo")
        .whereRef("photo.sighting_id", "=", "sighting.id")
        .select(
          sql<
            SightingPhoto[]
          >`coalesce(json_agg(json_build_object('n', n, 'width', width, 'height', height) order by n) filter (where width is not null), '[]')`.as(
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
    );
}

type SightingRow = Awaited<ReturnType<ReturnType<typeof sightingRows>["execute"]>>[number];

function toSighting(row: SightingRow): PlacedSighting {
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
  };
}
