import type { Item, ItemStore, NewItem } from "@zpr/ports";
import { sql } from "kysely";
import { lockCodes } from "./code-lock.ts";
import type { Database } from "./database.ts";
import { itemStatus } from "./item-status.ts";
import { itemTypeStore } from "./item-type-store.ts";
import { markJourneys } from "./journey-marks.ts";
import { findPublicItem } from "./public-item.ts";
import { inStudies } from "./scoping.ts";

/** Items in PostgreSQL, with their types. */
export function postgresItemStore(database: Database): ItemStore {
  return {
    ...itemTypeStore(database),

    async list({ studies, code, codes, releaseId }, { after = 0, limit }) {
      const rows = await itemRows(database)
        .where(({ eb, ref }) =>
          eb.and([eb("item.id", ">", after), inStudies(ref("item.study_id"), studies)]),
        )
        .$if(code !== undefined, (query) => query.where("item.code", "=", code ?? ""))
        .$if(codes !== undefined, (query) => query.where(sql<boolean>`item.code = any(${codes})`))
        .$if(releaseId !== undefined, (query) =>
          query.where("item.release_id", "=", releaseId ?? 0),
        )
        .orderBy("item.id")
        .limit(limit)
        .execute();
      return rows.map(toItem);
    },

    create: (items) =>
      database.transaction().execute((transaction) => createItems(transaction, items)),

    findPublic: (code) => findPublicItem(database, code),

    async released(codes) {
      if (codes.length === 0) return [];
      const rows = await database
        .selectFrom("item")
        .select("code")
        .where("code", "in", codes)
        .where("release_id", "is not", null)
        .execute();
      const found = new Set<string>(rows.map((row) => row.code));
      return codes.filter((code) => found.has(code));
    },
  };
}

async function createItems(
  transaction: Database,
  items: readonly NewItem[],
): Promise<readonly Item[] | "type-unknown"> {
  const types = await transaction
    .selectFrom("item_type")
    .select(["id", "study_id"])
    .where("id", "in", [...new Set(items.map((item) => item.itemTypeId))])
    .execute();
  const studyOf = new Map(types.map((type) => [type.id, type.study_id]));
  if (items.some((item) => studyOf.get(item.itemTypeId) !== item.studyId)) return "type-unknown";
  await lockCodes(transaction);
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
  await attachReports(transaction, ids);
  const rows = await itemRows(transaction).where("item.id", "in", ids).orderBy("item.id").execute();
  return rows.map(toItem);
}

/** Reports that came before their items were registered find them. */
async function attachReports(transaction: Database, itemIds: readonly number[]): Promise<void> {
  const attached = await transaction
    .updateTable("sighting")
    .from("item")
    .set(({ ref }) => ({
      item_id: ref("item.id"),
      review: sql`case when review = 'none' and exists (
        select from study where study.id = item.study_id and publish_sightings = 'after-review'
      ) then 'waiting' else review end`,
    }))
    .whereRef("item.code", "=", "sighting.code")
    .where("item.id", "in", itemIds)
    .where("sighting.item_id", "is", null)
    .returning(["item.id as itemId", "sighting.seen_at as since"])
    .execute();
  await markJourneys(transaction, attached);
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
    version: row.version,
    studyId: row.study_id,
    code: row.code,
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
