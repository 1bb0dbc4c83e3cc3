import type { CommandEcho, CommandStatus, TrackerKey } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Change, moveOn, printable, step } from "./command-steps.ts";

interface Heard {
  readonly tracker: TrackerKey;
  readonly connection: string | null;
  readonly echo: CommandEcho;
}

interface AnsweredRow {
  readonly id: number;
  readonly attempts: number;
  readonly max_attempts: number;
}

/** Keeps what a tracker, or a network on the way to it, said of a command; nothing when it answers none of ours. */
export async function keepEcho(
  database: Database,
  heard: Heard,
): Promise<{ readonly id?: number; readonly change?: Change }> {
  return database.transaction().execute(async (transaction) => {
    const row = await answeredBy(transaction, heard);
    if (!row) return {};
    const { id } = row;
    const { outcome, text, bytes = null } = heard.echo;
    if (outcome === "sent") {
      await step(transaction, id, { status: "on its way", note: text, bytes });
      return { id };
    }
    const status = statusAfter(heard.echo, row);
    const change = await moveOn(transaction, id, {
      status,
      note: text,
      ...(bytes && { bytes }),
      ...(status !== "queued" && { answer: printable(text) }),
    });
    return { id, change };
  });
}

function statusAfter(
  { outcome }: CommandEcho,
  { attempts, max_attempts }: AnsweredRow,
): CommandStatus {
  if (outcome === "acknowledged") return "acknowledged";
  return outcome === "retry" && attempts < max_attempts ? "queued" : "failed";
}

/** An answer with a key may come late, on another connection than its command; one without belongs to its own. */
async function answeredBy(
  transaction: Database,
  { tracker, connection, echo: { key } }: Heard,
): Promise<AnsweredRow | undefined> {
  const which =
    key === null
      ? sql`status = 'sent' and connection = ${connection}`
      : sql`status in ('sent', 'queued') and attempts > 0 and wire_key = ${key}`;
  const { rows } = await sql<AnsweredRow>`
    select command.id, attempts, max_attempts from command join tracker on tracker.id = tracker_id
    where protocol = ${tracker.protocol} and unique_id = ${tracker.uniqueId} and ${which}
    order by command.id desc limit 1 for update of command`.execute(transaction);
  return rows[0];
}
