import type { PublicPhoto, SightingFilter, SightingStore } from "@zpr/ports";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Database } from "../database.ts";
import { queueLetters } from "../finders/queue-letters.ts";
import { prepared } from "../prepared.ts";
import { isInBox } from "../reading/narrowing.ts";
import { inStudies } from "../scoping.ts";
import { keepReport } from "./keep-report.ts";
import { sightingRows, toSighting } from "./sighting-rows.ts";

/** Finders' reports in PostgreSQL. */
export function postgresSightingStore(database: Database): SightingStore {
  return {
    report: (arrival) =>
      prepared(() =>
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
      ),

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

    async addPhoto({ sightingId, n, objectKey, size }) {
      const { rows } = await sql<{ inserted: boolean }>`
        insert into photo (sighting_id, n, object_key, width, height)
        values (${sightingId}, ${n}, ${objectKey}, ${size?.width ?? null}, ${size?.height ?? null})
        on conflict (sighting_id, n) do update
          set object_key = excluded.object_key, width = excluded.width, height = excluded.height,
            version = photo.version + 1
          where not photo.checked
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
      const { width, height } = row;
      return {
        sightingId,
        n,
        objectKey: row.object_key,
        shownKey: row.shown_key,
        version: row.version,
        checked: row.checked,
        hidden: row.hidden,
        public: row.is_public,
        blur: row.blur,
        size: width === null || height === null ? null : { width, height },
      };
    },

    async publicPhotos(code) {
      const { rows } = await sql<PublicPhoto>`
        select photo.sighting_id as "sightingId", g.public_id as "publicId", n, g.seen_at as "seenAt", width, height
        from item i join study s on s.id = i.study_id join sighting g on g.item_id = i.id
          join photo on photo.sighting_id = g.id
        where i.code = ${code} and s.public and s.publish_photos and g.is_open
          and g.review = 'accepted' and is_public and not hidden and width is not null
        order by g.seen_at, g.id, n`.execute(database);
      return rows;
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
