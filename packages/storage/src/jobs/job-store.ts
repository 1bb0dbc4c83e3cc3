import type { JobStore } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import { JOB_COLUMNS, toJob } from "./job-rows.ts";

/** Jobs in PostgreSQL, as people see them. */
export function postgresJobStore(database: Database): JobStore {
  async function find(id: string) {
    const row = await database
      .selectFrom("job")
      .select(JOB_COLUMNS)
      .where("id", "=", id)
      .executeTakeFirst();
    return row && toJob(row);
  }

  return {
    find,

    async create({ id, studyId, kind, wish, createdBy }) {
      await database
        .insertInto("job")
        .values({
          id,
          study_id: studyId,
          kind,
          wish: JSON.stringify(wish),
          created_by: createdBy,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      const row = await database
        .selectFrom("job")
        .select(JOB_COLUMNS)
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      return toJob(row);
    },

    async list({ studies, kind, state }, { after, limit }) {
      const rows = await database
        .selectFrom("job")
        .select(JOB_COLUMNS)
        .where(({ ref }) => inStudies(ref("study_id"), studies))
        .$if(kind !== undefined, (query) => query.where(sql<boolean>`kind = ${kind}`))
        .$if(state !== undefined, (query) => query.where(sql<boolean>`state = ${state}`))
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(created_at, id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
          ),
        )
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toJob);
    },

    async cancel(id) {
      await sql`
        update job set cancel_wanted = true,
          state = case when state = 'waiting' then 'cancelled' else state end,
          ended_at = case when state = 'waiting' then now() else ended_at end
        where id = ${id} and state in ('waiting', 'running')`.execute(database);
      return find(id);
    },
  };
}
