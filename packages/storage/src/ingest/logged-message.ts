import type { LoggedMessage } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Tables } from "../tables.ts";

export type MessageRow = Selectable<Tables["raw_message"]>;

/** The columns of `raw_message` that a decoder needs. */
export const MESSAGE_COLUMNS = sql`
  raw_message.id, raw_message.protocol, raw_message.unique_id, raw_message.transport,
  raw_message.received_at, raw_message.bytes, raw_message.context`;

/** A row of the raw log as decoders know it. */
export function toLogged(row: MessageRow): LoggedMessage {
  return {
    id: row.id,
    protocol: row.protocol,
    uniqueId: row.unique_id,
    transport: row.transport,
    receivedAt: row.received_at,
    bytes: row.bytes,
    context: row.context,
  };
}
