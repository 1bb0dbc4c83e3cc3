import { type FixLog, type LoggedMessage, RefusedValue } from "@zpr/ports";
import { sql } from "kysely";
import pg from "pg";
import type { Database } from "../database.ts";
import { shareWithRegistration } from "../registration-lock.ts";
import { fixBatch } from "./fix-batch.ts";
import { fixMonths } from "./fix-months.ts";
import { keepProblems } from "./raw-problems.ts";

/** SQLSTATE classes that blame the data: "data exception" and "integrity constraint violation". */
const BLAMES_DATA = /^2[23]/;

/** The store side of ingest in PostgreSQL. */
export function postgresFixLog(database: Database): FixLog {
  const months = fixMonths(database);
  return {
    async take(limit, work) {
      try {
        return await database.transaction().execute(async (transaction) => {
          await shareWithRegistration(transaction);
          const messages = await takePending(transaction, limit);
          return messages.length > 0 ? work(messages, fixBatch(transaction, months)) : undefined;
        });
      } catch (error) {
        if (error instanceof pg.DatabaseError && BLAMES_DATA.test(error.code ?? ""))
          throw new RefusedValue(error.message, { cause: error });
        throw error;
      }
    },

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
async function takePending(database: Database, limit: number): Promise<readonly LoggedMessage[]> {
  const { rows } = await sql<MessageRow>`
    with taken as (
      delete from raw_pending where raw_message_id in (
        select raw_message_id from raw_pending order by raw_message_id limit ${limit}
        for update skip locked
      ) returning raw_message_id
    )
    select id, protocol, unique_id, transport, received_at, bytes, context
    from taken join raw_message on raw_message.id = taken.raw_message_id order by id
  `.execute(database);
  return rows.map((row) => ({
    id: row.id,
    protocol: row.protocol,
    uniqueId: row.unique_id,
    transport: row.transport,
    receivedAt: row.received_at,
    bytes: row.bytes,
    context: row.context,
  }));
}

interface MessageRow {
  readonly id: number;
  readonly protocol: string;
  readonly unique_id: string | null;
  readonly transport: "tcp" | "udp" | "http" | "mqtt";
  readonly received_at: Date;
  readonly bytes: Buffer;
  readonly context: string | null;
}
