import type { FixLog, LoggedMessage } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { fixBatch } from "./fix-batch.ts";
import { fixMonths } from "./fix-months.ts";

/** The store side of ingest in PostgreSQL. */
export function postgresFixLog(database: Database): FixLog {
  const months = fixMonths();
  return {
    take: (limit, work) =>
      database.transaction().execute(async (transaction) => {
        const messages = await takePending(transaction, limit);
        if (messages.length > 0) await work(messages, fixBatch(transaction, months));
        return messages.length;
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
    select id, protocol, unique_id, transport, received_at, bytes
    from taken join raw_message on raw_message.id = taken.raw_message_id order by id
  `.execute(database);
  return rows.map((row) => ({
    id: row.id,
    protocol: row.protocol,
    uniqueId: row.unique_id,
    transport: row.transport,
    receivedAt: row.received_at,
    bytes: row.bytes,
  }));
}

interface MessageRow {
  readonly id: number;
  readonly protocol: string;
  readonly unique_id: string | null;
  readonly transport: "tcp" | "udp" | "http";
  readonly received_at: Date;
  readonly bytes: Buffer;
}
