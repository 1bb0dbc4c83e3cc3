import { randomUUID } from "node:crypto";
import type { JobEnd, JobQueue, TakenJob } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { JOB_COLUMNS, toJob } from "./job-rows.ts";

/** The workers' side in PostgreSQL. Several workers at once take different jobs. */
export function postgresJobQueue(database: Database): JobQueue {
  return {
    take: (holdMilliseconds) => take(database, holdMilliseconds),

    async note({ id, holder }, holdMilliseconds, news) {
      const memory = news?.memory && JSON.stringify(news.memory);
      const { rows } = await sql<{ cancel_wanted: boolean }>`
        update job set held_until = now() + ${holdMilliseconds} * interval '1 millisecond',
          done = coalesce(${news?.done ?? null}::int, done),
          total = coalesce(${news?.total ?? null}::int, total),
          memory = coalesce(${memory ?? null}::jsonb, memory)
        where id = ${id} and holder = ${holder} and state = 'running'
        returning cancel_wanted`.execute(database);
      const [row] = rows;
      if (!row) return "lost";
      return row.cancel_wanted ? "cancelled" : "go-on";
    },

    async end({ id, holder }, end) {
      const row = await database
        .updateTable("job")
        .set({ ...endColumns(end), state: end.state, holder: null, held_until: null, memory: null })
        .set({ ended_at: sql<Date>`now()` })
        .where("id", "=", id)
        .where("holder", "=", holder)
        .where("state", "=", "running")
        .returning(JOB_COLUMNS)
        .executeTakeFirst();
      return row && toJob(row);
    },

    async release({ id, holder }) {
      await sql`
        update job set state = 'waiting', holder = null, held_until = null
        where id = ${id} and holder = ${holder} and state = 'running'`.execute(database);
    },

    overdue: (now) =>
      database
        .selectFrom("job")
        .select(["id", "result_parts as parts"])
        .where("result_parts", ">", 0)
        .where("result_until", "<", now)
        .execute(),

    async forgetResult(id) {
      await database.updateTable("job").set({ result_parts: 0 }).where("id", "=", id).execute();
    },
  };
}

async function take(database: Database, holdMilliseconds: number): Promise<TakenJob | undefined> {
  const holder = randomUUID();
  const { rows } = await sql<TakenRow>`
    update job set state = 'running', holder = ${holder}, attempts = attempts + 1,
      held_until = now() + ${holdMilliseconds} * interval '1 millisecond',
      started_at = coalesce(started_at, now())
    where id = (
      select id from job
      where state = 'waiting' or (state = 'running' and held_until < now())
      order by created_at, id limit 1 for update skip locked
    ) returning id, study_id, kind, wish, memory, attempts`.execute(database);
  const [row] = rows;
  if (!row) return undefined;
  const { study_id: studyId, ...taken } = row;
  return { ...taken, studyId, holder };
}

interface TakenRow extends Omit<TakenJob, "studyId" | "holder"> {
  readonly study_id: number;
}

function endColumns(end: JobEnd) {
  if (end.state === "cancelled") return {};
  if (end.state === "failed") return { error: end.error };
  const { outcome, result } = end;
  return {
    outcome: JSON.stringify(outcome),
    ...(result && {
      result_name: result.name,
      result_type: result.mediaType,
      result_parts: result.parts,
      result_bytes: result.bytes,
      result_until: result.until,
    }),
  };
}
