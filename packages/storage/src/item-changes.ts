import type { Item, ItemChanges, ItemStore } from "@zpr/ports";
import type { Database } from "./database.ts";
import { itemRows, toItem } from "./item-rows.ts";
import { orTaken } from "./unique-violation.ts";

/** What researchers change of items after they are made, in PostgreSQL. */
export function itemChanges(
  database: Database,
): Pick<ItemStore, "change" | "recordFate" | "listFates"> {
  return {
    async change(id, changes) {
      const item = await find(database, id);
      if (!item) return undefined;
      if (!(await isTypeOf(database, item.studyId, changes.itemTypeId))) return "type-unknown";
      const outcome = await orTaken(write(database, id, changes));
      return outcome === "name-taken" ? outcome : find(database, id);
    },

    recordFate: (id, { fate, happenedAt, note, recordedBy }) =>
      database.transaction().execute(async (transaction) => {
        const changed = await transaction
          .updateTable("item")
          .set({ fate })
          .where("id", "=", id)
          .returning("id")
          .executeTakeFirst();
        if (!changed) return undefined;
        await transaction
          .insertInto("item_fate")
          .values({ item_id: id, fate, happened_at: happenedAt, note, recorded_by: recordedBy })
          .execute();
        return find(transaction, id);
      }),

    async listFates(id) {
      const rows = await database
        .selectFrom("item_fate")
        .selectAll()
        .where("item_id", "=", id)
        .orderBy("id", "desc")
        .execute();
      return rows.map((row) => ({
        fate: row.fate,
        happenedAt: row.happened_at,
        note: row.note,
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
      }));
    },
  };
}

async function find(database: Database, id: number): Promise<Item | undefined> {
  const row = await itemRows(database).where("item.id", "=", id).executeTakeFirst();
  return row && toItem(row);
}

async function isTypeOf(
  database: Database,
  studyId: number,
  typeId: number | undefined,
): Promise<boolean> {
  if (typeId === undefined) return true;
  const type = await database
    .selectFrom("item_type")
    .select("id")
    .where("id", "=", typeId)
    .where("study_id", "=", studyId)
    .executeTakeFirst();
  return type !== undefined;
}

async function write(
  database: Database,
  id: number,
  { name, note, itemTypeId }: ItemChanges,
): Promise<void> {
  const columns = {
    ...(name !== undefined && { name }),
    ...(note !== undefined && { note }),
    ...(itemTypeId !== undefined && { item_type_id: itemTypeId }),
  };
  if (Object.keys(columns).length === 0) return;
  await database.updateTable("item").set(columns).where("id", "=", id).execute();
}
