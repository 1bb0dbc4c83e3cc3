import type { ItemStore, ItemType } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";
import { orTaken } from "./unique-violation.ts";

/** Kinds of items in PostgreSQL. */
export function itemTypeStore(
  database: Database,
): Pick<ItemStore, "listTypes" | "createType" | "findType" | "changeType"> {
  async function findType(id: number): Promise<ItemType | undefined> {
    const row = await database
      .selectFrom("item_type")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    return row && toItemType(row);
  }

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
          width_millimetres: type.widthMillimetres ?? null,
          height_millimetres: type.heightMillimetres ?? null,
          j_code: type.jCode,
          buoyancy: type.buoyancy,
        })
        .onConflict((conflict) => conflict.columns(["study_id", "name"]).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toItemType(row);
    },

    findType,

    async changeType(id, changes) {
      const columns = columnsOf(changes);
      if (Object.keys(columns).length === 0) return findType(id);
      return orTaken(
        database
          .updateTable("item_type")
          .set(columns)
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirst()
          .then((row) => row && toItemType(row)),
      );
    },
  };
}

/** The columns that changes are about; what is absent stays as it is. */
function columnsOf(type: Partial<Omit<ItemType, "id" | "version" | "studyId">>) {
  const named = {
    name: type.name,
    material: type.material,
    mass_grams: type.massGrams,
    length_millimetres: type.lengthMillimetres,
    width_millimetres: type.widthMillimetres,
    height_millimetres: type.heightMillimetres,
    j_code: type.jCode,
    buoyancy: type.buoyancy,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
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
    widthMillimetres: row.width_millimetres,
    heightMillimetres: row.height_millimetres,
    jCode: row.j_code,
    buoyancy: row.buoyancy,
  };
}
