import type { Item, ItemStatus, ItemStore, ItemType, PublicItem } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

/** Items and their types in PostgreSQL. */
export function postgresItemStore(database: Database): ItemStore {
  return {
    async listTypes(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("item_type")
        .selectAll()
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("study_id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toItemType);
    },

    async createType(type) {
      const row = await database
        .insertInto("item_type")
        .values({
          study_id: type.studyId,
          name: type.name,
          material: type.material,
          mass_grams: type.massGrams,
          length_millimetres: type.lengthMillimetres,
          j_code: type.jCode,
          buoyancy: type.buoyancy,
        })
        .onConflict((conflict) => conflict.columns(["study_id", "name"]).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toItemType(row);
    },

    async list({ studies, code }, { after = 0, limit }) {
      const rows = await itemRows(database)
        .where(({ eb, ref }) =>
          eb.and([eb("item.id", ">", after), inStudies(ref("item.study_id"), studies)]),
        )
        .$if(code !== undefined, (query) => query.where("item.code", "=", code ?? ""))
        .orderBy("item.id")
        .limit(limit)
        .execute();
      return rows.map(toItem);
    },

    create: (items) =>
      database.transaction().execute(async (transaction) => {
        const types = await transaction
          .selectFrom("item_type")
          .select(["id", "study_id"])
          .where("id", "in", [...new Set(items.map((item) => item.itemTypeId))])
          .execute();
        const studyOf = new Map(types.map((type) => [type.id, type.study_id]));
        if (items.some((item) => studyOf.get(item.itemTypeId) !== item.studyId))
          return "type-unknown";
        const made = await transaction
          .insertInto("item")
          .values(
            items.map((item) => ({
              study_id: item.studyId,
              item_type_id: item.itemTypeId,
              code: item.code,
              note: item.note,
            })),
          )
          .onConflict((conflict) => conflict.column("code").doNothing())
          .returning("id")
          .execute();
        if (made.length === 0) return [];
        const ids = made.map((row) => row.id);
        const rows = await itemRows(transaction)
          .where("item.id", "in", ids)
          .orderBy("item.id")
          .execute();
        return rows.map(toItem);
      }),

    async findPublic(code) {
      const row = await database
        .selectFrom("item")
        .innerJoin("item_type", "item_type.id", "item.item_type_id")
        .innerJoin("study", "study.id", "item.study_id")
        .leftJoin("release", "release.id", "item.release_id")
        .select(["item.id", "item.code", "item.fate", "item.release_id"])
        .select(["item_type.name as type_name", "item_type.material"])
        .select([
          "study.id as study_id",
          "study.name as study_name",
          "study.simulated",
          "study.public",
        ])
        .select(["release.place", "release.longitude", "release.latitude", "release.released_at"])
        .select(({ selectFrom }) =>
          selectFrom("sighting")
            .whereRef("sighting.item_id", "=", "item.id")
            .select(sql<number>`count(*)`.as("n"))
            .as("sightings"),
        )
        .where("item.code", "=", code)
        .executeTakeFirst();
      return row && toPublicItem(row);
    },

    async existing(codes) {
      if (codes.length === 0) return [];
      const rows = await database
        .selectFrom("item")
        .select("code")
        .where("code", "in", codes)
        .execute();
      const found = new Set<string>(rows.map((row) => row.code));
      return codes.filter((code) => found.has(code));
    },
  };
}

function itemRows(database: Database) {
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

function toItem(row: ItemRow): Item {
  return {
    id: row.id,
    studyId: row.study_id,
    code: row.code,
    itemTypeId: row.item_type_id,
    releaseId: row.release_id,
    status: statusOf(row),
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

function statusOf(row: {
  fate: "lost" | "retrieved" | null;
  release_id: number | null;
}): ItemStatus {
  return row.fate ?? (row.release_id === null ? "not-released" : "released");
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
    study: { id: row.study_id, name: row.study_name, simulated: row.simulated, public: row.public },
    release:
      place !== null && longitude !== null && latitude !== null && releasedAt
        ? { place, position: [longitude, latitude], releasedAt }
        : null,
    sightingCount: row.sightings ?? 0,
    status: statusOf(row),
  };
}

function toItemType(row: Selectable<Tables["item_type"]>): ItemType {
  return {
    id: row.id,
    studyId: row.study_id,
    name: row.name,
    material: row.material,
    massGrams: row.mass_grams,
    lengthMillimetres: row.length_millimetres,
    jCode: row.j_code,
    buoyancy: row.buoyancy,
  };
}
