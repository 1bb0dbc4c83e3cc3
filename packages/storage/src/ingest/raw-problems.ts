import type { RawProblem } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Keeps why messages could not be read or recorded, in place of earlier reasons. */
export async function keepProblems(
  database: Database,
  problems: readonly RawProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await sql`
    insert into raw_problem (raw_message_id, reason)
    select * from unnest(
      ${problems.map((problem) => problem.rawMessageId)}::bigint[],
      ${problems.map((problem) => problem.reason.replaceAll("\0", "?"))}::text[]
    )
    on conflict (raw_message_id) do update set reason = excluded.reason, noticed_at = now()
  `.execute(database);
}

/** Forgets the problems of messages that can be read now. */
export async function forgetProblems(
  database: Database,
  rawMessageIds: readonly number[],
): Promise<void> {
  if (rawMessageIds.length === 0) return;
  await sql`
    delete from raw_problem where raw_message_id = any(${rawMessageIds}::bigint[])
  `.execute(database);
}
