import type { FixLog, LoggedMessage, QueueEnd } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { shareWithRegistration } from "../registration-lock.ts";
import { fixBatch, putBack } from "./fix-batch.ts";
import { fixMonths } from "./fix-months.ts";
import { MESSAGE_COLUMNS, type MessageRow, toLogged } from "./logged-message.ts";
import { enterParcels, forgetParcels } from "./raw-parcels.ts";
import { keepProblems } from "./raw-problems.ts";
import { refusing } from "./refused-value.ts";

/** The store side of ingest in PostgreSQL. */
export function postgresFixLog(database: Database): FixLog {
  const months = fixMonths(database);
  return {
    take: (limit, work, from = "oldest") =>
      refusing(() =>
        database.transaction().execute(async (transaction) => {
          await shareWithRegistration(transaction);
          const messages = await takePending(transaction, limit, from);
          return messages.length > 0 ? work(messages, fixBatch(transaction, months)) : undefined;
        }),
      ),

    enter: (parcels, work) =>
      refusing(() =>
        database.transaction().execute(async (transaction) => {
          await shareWithRegistration(transaction);
          const messages = await enterParcels(transaction, parcels);
          return messages.length > 0 ? work(messages, fixBatch(transaction, months)) : undefined;
        }),
      ),

    shelve: (parcels) =>
      refusing(() =>
        database.transaction().execute(async (transaction) => {
          const messages = await enterParcels(transaction, parcels);
          await putBack(
            transaction,
            messages.map(({ id }) => id),
          );
        }),
      ),

    async waiting() {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from raw_pending`.execute(database);
      return rows[0]?.count ?? 0;
    },

    async oldestSeconds() {
      const { rows } = await sql<{ seconds: number }>`
        select greatest(0, extract(epoch from now() - received_at))::float8 as seconds
        from raw_pending join raw_message on raw_message.id = raw_message_id
        order by raw_message_id limit 1`.execute(database);
      return rows[0]?.seconds ?? 0;
    },

    forgetParcels: () => forgetParcels(database),

    setAside: (problem) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom("raw_pending")
          .where("raw_message_id", "=", problem.rawMessageId)
          .execute();
        await keepProblems(transaction, [problem]);
      }),
  };
}

/** Several takers at once get different messages; what a taker does not commit comes back. */
async function takePending(
  database: Database,
  limit: number,
  from: QueueEnd,
): Promise<readonly LoggedMessage[]> {
  const order = from === "oldest" ? sql`asc` : sql`desc`;
  const { rows } = await sql<MessageRow>`
    with taken as (
      delete from raw_pending where raw_message_id in (
        select raw_message_id from raw_pending order by raw_message_id ${order} limit ${limit}
        for update skip locked
      ) returning raw_message_id
    )
    select ${MESSAGE_COLUMNS}
    from taken join raw_message on raw_message.id = taken.raw_message_id order by id
  `.execute(database);
  return rows.map(toLogged);
}
