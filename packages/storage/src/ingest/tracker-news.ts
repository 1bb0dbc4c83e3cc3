import type { TrackerNews, UnknownTracker } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { doubles, instants, integers, texts } from "./binary-array.ts";
import { toStoredTail } from "./fix-tail.ts";

/** Notes what was heard of trackers, which the transaction has locked. */
export async function noteHeard(
  transaction: Database,
  news: readonly TrackerNews[],
): Promise<void> {
  if (news.length === 0) return;
  await sql`
    update tracker set
      last_heard_at = greatest(last_heard_at, heard.at),
      fix_count = fix_count + heard.fixes,
      last_fix_time = coalesce(heard.time, last_fix_time),
      last_longitude = coalesce(heard.longitude, last_longitude),
      last_latitude = coalesce(heard.latitude, last_latitude),
      last_battery_volts = coalesce(heard.volts, last_battery_volts),
      last_flags = coalesce(heard.flags, last_flags),
      tail = coalesce(heard.tail::jsonb, tracker.tail)
    from unnest(
      ${integers(news, (one) => one.trackerId)}::int[],
      ${instants(news, (one) => one.heardAt)}::timestamptz[],
      ${integers(news, (one) => one.fixCount)}::int[],
      ${instants(news, (one) => one.lastFix?.time ?? null)}::timestamptz[],
      ${doubles(news, (one) => one.lastFix?.position?.[0])}::float8[],
      ${doubles(news, (one) => one.lastFix?.position?.[1])}::float8[],
      ${doubles(news, (one) => one.lastFix?.batteryVolts)}::float8[],
      ${integers(news, (one) => one.lastFix?.flags)}::int[],
      ${texts(news, ({ tail }) => tail && JSON.stringify(toStoredTail(tail)))}::text[]
    ) as heard (id, at, fixes, time, longitude, latitude, volts, flags, tail)
    where tracker.id = heard.id`.execute(transaction);
}

/** Notes who called although nobody registered it. */
export async function noteUnknown(
  transaction: Database,
  callers: readonly UnknownTracker[],
): Promise<void> {
  if (callers.length === 0) return;
  await sql`
    insert into unknown_caller as known
      (protocol, unique_id, first_heard_at, last_heard_at, message_count, last_longitude, last_latitude)
    select * from unnest(
      ${callers.map((caller) => caller.protocol)}::text[],
      ${callers.map((caller) => caller.uniqueId)}::text[],
      ${callers.map((caller) => caller.firstHeardAt)}::timestamptz[],
      ${callers.map((caller) => caller.lastHeardAt)}::timestamptz[],
      ${callers.map((caller) => caller.messageCount)}::bigint[],
      ${callers.map((caller) => caller.lastPosition?.[0] ?? null)}::float8[],
      ${callers.map((caller) => caller.lastPosition?.[1] ?? null)}::float8[]
    -- In one order for every ingest, so that two of them never wait for each other's rows.
    ) as caller (protocol, unique_id) order by protocol, unique_id
    on conflict (protocol, unique_id) do update set
      first_heard_at = least(known.first_heard_at, excluded.first_heard_at),
      last_heard_at = greatest(known.last_heard_at, excluded.last_heard_at),
      message_count = known.message_count + excluded.message_count,
      last_longitude = coalesce(excluded.last_longitude, known.last_longitude),
      last_latitude = coalesce(excluded.last_latitude, known.last_latitude)`.execute(transaction);
}
