import type { Source, SourceStore } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";

/** Sources in PostgreSQL. */
export function postgresSourceStore(database: Database): SourceStore {
  return {
    async list(scope, { after = 0, limit }) {
      const rows = await database
        .selectFrom("source")
        .selectAll()
        .where(({ eb, ref }) => eb.and([eb("id", ">", after), inStudies(ref("study_id"), scope)]))
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toSource);
    },

    async find(id) {
      const query = database.selectFrom("source").selectAll().where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toSource(row);
    },

    async named(protocol, name) {
      const row = await database
        .selectFrom("source")
        .selectAll()
        .where("protocol", "=", protocol)
        .where("name", "=", name)
        .executeTakeFirst();
      return row && toSource(row);
    },

    async create({ studyId, protocol, name, settings }) {
      const row = await database
        .insertInto("source")
        .values({ study_id: studyId, protocol, name, settings: JSON.stringify(settings) })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toSource(row);
    },

    async change(id, settings) {
      const row = await database
        .updateTable("source")
        .set({ settings: JSON.stringify(settings) })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return toSource(row);
    },

    async remove(id) {
      await database.deleteFrom("source").where("id", "=", id).execute();
    },

    async foreign({ protocol, studyId }, uniqueIds) {
      const rows = await database
        .selectFrom("tracker")
        .select("unique_id")
        .where("protocol", "=", protocol)
        .where("study_id", "!=", studyId)
        .where(sql<boolean>`unique_id = any(${uniqueIds}::text[])`)
        .execute();
      return rows.map((row) => row.unique_id);
    },
  };
}

function toSource(row: Selectable<Tables["source"]>): Source {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    protocol: row.protocol,
    name: row.name,
    settings: row.settings,
    createdAt: row.created_at,
  };
}
