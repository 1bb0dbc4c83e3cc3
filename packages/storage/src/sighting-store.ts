import { type SightingReport, tileKey } from "@zpr/model";
import type { Sighting, SightingPhoto, SightingStore } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { markJourneys } from "./journey-marks.ts";
import { isInBox } from "./reading/narrowing.ts";
import { inStudies } from "./scoping.ts";

/** Finders' reports in PostgreSQL. */
export function postgresSightingStore(database: Database): SightingStore {
  return {
    report: (code, report, receivedAt) =>
      database.transaction().execute(async (transaction) => {
        // The lock on the item numbers its finders one after the other.
        const item = await transaction
          .selectFrom("item")
          .select("id")
          .where("code", "=", code)
          .forUpdate()
          .executeTakeFirst();
        if (!item) return "item-unknown";
        const isNew = await insert(transaction, { report, receivedAt, itemId: item.id });
        if (isNew) await markJourneys(transaction, [{ itemId: item.id, since: report.seenAt }]);
        const row = await sightingRows(transaction)
          .where("sighting.id", "=", report.id)
          .executeTakeFirstOrThrow();
        return { sighting: toSighting(row), studyId: row.study_id, isNew };
      }),

    async list({ studies, itemCode, bbox }, { after, limit }) {
      const rows = await sightingRows(database)
        .where(({ ref }) => inStudies(ref("item.study_id"), studies))
        .$if(itemCode !== undefined, (q) => q.where("item.code", "=", itemCode ?? ""))
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
      return row && { ...toSighting(row), studyId: row.study_id };
    },

    async addPhoto({ sightingId, n, objectKey, width, height }) {
      const { rows } = await sql<{ inserted: boolean }>`
        insert into photo (sighting_id, n, object_key, width, height)
        values (${sightingId}, ${n}, ${objectKey}, ${width}, ${height})
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
      return (
        row && { sightingId, n, objectKey: row.object_key, width: row.width, height: row.height }
      );
    },
  };
}

interface Arrival {
  readonly report: SightingReport;
  readonly receivedAt: Date;
  readonly itemId: number;
}

async function insert(
  database: Database,
  { report, receivedAt, itemId }: Arrival,
): Promise<boolean> {
  const [longitude, latitude] = report.position ?? [null, null];
  const inserted = await database
    .insertInto("sighting")
    .values({
      id: report.id,
      item_id: itemId,
      seen_at: report.seenAt,
      received_at: receivedAt,
      longitude,
      latitude,
      tile_key: report.position && tileKey(report.position),
      accuracy_metres: report.accuracyMetres,
      position_source: report.positionSource,
      surroundings: report.surroundings,
      condition: report.condition,
      put_back: report.putBack,
      note: report.note,
      locale: report.locale,
      finder_number: sql<number>`(select count(*) + 1 from sighting where item_id = ${itemId})`,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted && report.contact)
    await database
      .insertInto("sighting_contact")
      .values({
        sighting_id: report.id,
        email: report.contact.email,
        name: report.contact.name,
        news_consent_at: report.contact.newsConsent ? receivedAt : null,
        contest_consent_at: report.contact.contestConsent ? receivedAt : null,
      })
      .execute();
  return inserted !== undefined;
}

function sightingRows(database: Database) {
  return database
    .selectFrom("sighting")
    .innerJoin("item", "item.id", "sighting.item_id")
    .innerJoin("study", "study.id", "item.study_id")
    .selectAll("sighting")
    .select(["item.code", "item.study_id", "study.simulated"])
    .select(({ selectFrom }) =>
      selectFrom("photo")
        .whereRef("photo.sighting_id", "=", "sighting.id")
        .select(
          sql<
            SightingPhoto[]
          >`coalesce(json_agg(json_build_object('n', n, 'width', width, 'height', height) order by n), '[]')`.as(
            "photos",
          ),
        )
        .as("photos"),
    );
}

type SightingRow = Awaited<ReturnType<ReturnType<typeof sightingRows>["execute"]>>[number];

function toSighting(row: SightingRow): Sighting {
  const { longitude, latitude } = row;
  return {
    id: row.id,
    itemCode: row.code,
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
    simulated: row.simulated,
  };
}
