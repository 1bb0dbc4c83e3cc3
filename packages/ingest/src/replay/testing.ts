import type { Database } from "@zpr/storage";
import type { River } from "../testing.ts";
import { RECEIVED_AT, replayIn } from "../testing.ts";
import type { ReplayOptions } from "./replay.ts";

/** An instant some minutes after messages usually come in. */
export function later(minutes: number): Date {
  return new Date(RECEIVED_AT.getTime() + minutes * 60_000);
}

/** What a replay does to the messages of a kind of tracker and to their fixes, in numbers over 0. */
export async function countsOf(
  database: Database,
  options: Partial<ReplayOptions> = {},
  protocol = "teltonika",
): Promise<Readonly<Record<string, number>>> {
  const { byProtocol } = await replayIn(database, options);
  const counts = byProtocol[protocol];
  if (!counts) return {};
  const entries = [
    ...Object.entries(counts.messages),
    ...Object.entries(counts.fixes).map(([name, count]) => [`${name}Fixes`, count] as const),
  ];
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}

/** The message that came in last. */
export async function newestMessage(river: River) {
  const page = { after: undefined, limit: 1 };
  const [message] = await river.rawMessageStore.list({ studies: "all" }, page);
  if (!message) throw new Error("no message");
  return message;
}

/** As if a decoder had read a message otherwise: to it, these are the bytes that came. */
export async function rewrite(database: Database, id: number, bytes: Buffer): Promise<void> {
  await database.updateTable("raw_message").set({ bytes }).where("id", "=", id).execute();
}

/** A packet with a checksum that does not fit. */
export function corrupt(packet: Buffer): Buffer {
  const bytes = Buffer.from(packet);
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
  return bytes;
}
