import type { RawMessageStore, RawOutcome, TracedMessage } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { inStudies } from "./scoping.ts";

/** The raw log in PostgreSQL, as researchers read it. */
export function postgresRawMessageStore(database: Database): RawMessageStore {
  return {
    async list({ studies, trackerId, protocol, uniqueId, undecodable }, { after, limit }) {
      const rows = await messageRows(database)
        .$if(studies !== "all", (q) =>
          q.where(({ ref }) => inStudies(sql`${ref("tracker.study_id")}`, studies)),
        )
        .$if(trackerId !== undefined, (q) => q.where("tracker.id", "=", trackerId ?? 0))
        .$if(protocol !== undefined, (q) => q.where("raw_message.protocol", "=", protocol ?? ""))
        .$if(uniqueId !== undefined, (q) => q.where("raw_message.unique_id", "=", uniqueId ?? ""))
        .$if(undecodable !== undefined, (q) =>
          q.where("raw_problem.reason", undecodable ? "is not" : "is", null),
        )
        .$if(after !== undefined, (q) => q.where("raw_message.id", "<", after ?? 0))
        .orderBy("raw_message.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toTraced);
    },

    async find(id, studies) {
      const row = await messageRows(database)
        .where("raw_message.id", "=", id)
        .$if(studies !== "all", (q) =>
          q.where(({ ref }) => inStudies(sql`${ref("tracker.study_id")}`, studies)),
        )
        .executeTakeFirst();
      return row && toTraced(row);
    },
  };
}

function messageRows(database: Database) {
  return database
    .selectFrom("raw_message")
    .leftJoin("raw_pending", "raw_pending.raw_message_id", "raw_message.id")
    .leftJoin("raw_problem", "raw_problem.raw_message_id", "raw_message.id")
    .leftJoin("tracker", (join) =>
      join
        .onRef("tracker.protocol", "=", "raw_message.protocol")
        .onRef("tracker.unique_id", "=", "raw_message.unique_id"),
    )
    .leftJoin("raw_codec", "raw_codec.raw_message_id", "raw_message.id")
    .leftJoin("codec", "codec.id", "raw_codec.codec_id")
    .selectAll("raw_message")
    .select([
      "raw_problem.reason",
      "tracker.id as tracker_id",
      "raw_pending.raw_message_id as pending_id",
      "raw_codec.codec_id",
      "codec.name as codec_name",
      "codec.hash as codec_hash",
    ]);
}

type MessageRow = Awaited<ReturnType<ReturnType<typeof messageRows>["execute"]>>[number];

function toTraced(row: MessageRow): TracedMessage {
  return {
    id: row.id,
    protocol: row.protocol,
    uniqueId: row.unique_id,
    transport: row.transport,
    receivedAt: row.received_at,
    bytes: row.bytes,
    context: row.context,
    trackerId: row.tracker_id,
    outcome: outcomeOf(row),
    reason: row.reason,
    codec:
      row.codec_id === null
        ? null
        : { id: row.codec_id, name: row.codec_name ?? "", hash: row.codec_hash ?? "" },
  };
}

function outcomeOf(row: MessageRow): RawOutcome {
  if (row.pending_id !== null) return "pending";
  if (row.reason !== null) return "undecodable";
  return row.tracker_id === null ? "unknown-tracker" : "decoded";
}
