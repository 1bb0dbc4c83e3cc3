import type { ItemStore, ItemType } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

/** Kinds of items in PostgreSQL. */
export function itemTypeStore(database: Database): Pick<ItemStore, "listTypes" | "createType"> {
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
  };
}

function toItemType(row: Selectable<Tables["item_type"]>): ItemType {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    name: row.name,
    material: row.material,
    massGrams: row.mass_grams,
    lengthMillimetres: row.length_millimetres,
    jCode: row.j_code,
    buoyancy: row.buoyancy,
  };
}
