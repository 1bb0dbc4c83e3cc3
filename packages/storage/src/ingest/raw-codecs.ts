import type { CodecPin } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Keeps which codec read each message, in place of what was kept before. */
export async function pinCodecs(database: Database, pins: readonly CodecPin[]): Promise<void> {
  if (pins.length === 0) return;
  const pinned = pins.filter(({ codecId }) => codecId !== null);
  const loose = pins.filter(({ codecId }) => codecId === null);
  await sql`
    with loosened as (
      delete from raw_codec where raw_message_id = any(${loose.map((pin) => pin.rawMessageId)}::bigint[])
    )
    insert into raw_codec (raw_message_id, codec_id)
    select * from unnest(
      ${pinned.map((pin) => pin.rawMessageId)}::bigint[],
      ${pinned.map((pin) => pin.codecId)}::int[]
    )
    on conflict (raw_message_id) do update set codec_id = excluded.codec_id
      where raw_codec.codec_id <> excluded.codec_id
  `.execute(database);
}
