import type { RawMessage } from "@zpr/model";
import { type RawBuilder, sql } from "kysely";
import { byteStrings, instants, texts } from "./binary-array.ts";

/** Puts messages into the raw log and gives their numbers, which rise in the order of the messages. */
export function messageInsertion(
  messages: readonly RawMessage[],
): RawBuilder<{ readonly id: number }> {
  return sql`
    insert into raw_message (protocol, unique_id, transport, received_at, bytes, context)
    select protocol, unique_id, transport, received_at, bytes, context from unnest(
      ${texts(messages, (message) => message.protocol)}::text[],
      ${texts(messages, (message) => message.uniqueId)}::text[],
      ${texts(messages, (message) => message.transport)}::text[],
      ${instants(messages, (message) => message.receivedAt)}::timestamptz[],
      ${byteStrings(messages, (message) => message.bytes)}::bytea[],
      ${texts(messages, (message) => message.context)}::text[]
    ) with ordinality as row (protocol, unique_id, transport, received_at, bytes, context, place)
    order by place returning id`;
}
