import type { CommandStatus } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** The channel on which it is said that a tracker has something waiting: `protocol uniqueId`. */
export const COMMAND_CHANNEL = "zpr_command";

/** A command whose status is new. */
export interface Change {
  readonly id: number;
  readonly study_id: number;
  readonly tracker_id: number;
  readonly status: CommandStatus;
}

/** Gives a command its next status and keeps the step. */
export async function moveOn(
  transaction: Database,
  id: number,
  { status, note, bytes, ...rest }: Move,
): Promise<Change> {
  const row = await transaction
    .updateTable("command")
    .set({ status, ...rest })
    .from("tracker")
    .whereRef("tracker.id", "=", "command.tracker_id")
    .where("command.id", "=", id)
    .returning(["command.id", "command.tracker_id", "tracker.study_id", "command.status"])
    .executeTakeFirstOrThrow();
  await step(transaction, id, { status, note: note ?? "", bytes: bytes ?? null });
  return row;
}

export interface Move {
  readonly status: CommandStatus;
  readonly note?: string;
  readonly bytes?: Uint8Array;
  readonly attempts?: number;
  readonly connection?: string | null;
  readonly wire_key?: string | null;
  readonly answer?: string;
}

/** Keeps one step of a command. */
export async function step(
  transaction: Database,
  id: number,
  { status, note, bytes }: { status: string; note: string; bytes: Uint8Array | null },
): Promise<void> {
  await transaction
    .insertInto("command_step")
    .values({ command_id: id, status, note: printable(note), bytes: bytes && Buffer.from(bytes) })
    .execute();
}

/** PostgreSQL's text holds no zero byte, which trackers may well send. */
export function printable(text: string): string {
  return text.replaceAll("\0", "?");
}

/** Ends commands whose time is over, whether they were sent or not. */
export async function endExpired(database: Database): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    with ended as (
      update command set status = 'expired'
      where status in ('queued', 'sent') and expires_at < now()
      returning id, tracker_id, status
    ), noted as (
      insert into command_step (command_id, status, note)
      select id, 'expired', 'its time was over' from ended
    )
    select ended.id, study_id, tracker_id, status
    from ended join tracker on tracker.id = tracker_id`.execute(database);
  return rows;
}

/** How many commands are neither answered nor over, by status. */
export async function countOpenCommands(
  database: Database,
): Promise<Readonly<Record<"queued" | "sent", number>>> {
  const { rows } = await sql<{ status: "queued" | "sent"; count: number }>`
    select status, count(*) as count from command
    where status in ('queued', 'sent') group by status`.execute(database);
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  return { queued: counts.get("queued") ?? 0, sent: counts.get("sent") ?? 0 };
}

/** Trackers with commands that are neither answered nor over, as `protocol uniqueId`. */
export async function openKeys(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct protocol || ' ' || unique_id as key
    from command join tracker on tracker.id = tracker_id
    where status in ('queued', 'sent')`.execute(database);
  return rows.map(({ key }) => key);
}
