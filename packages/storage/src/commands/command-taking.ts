import type { SaidCommand, TakenCommand, TrackerKey, WaitingCommand } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Change, moveOn, step } from "./command-steps.ts";

interface Taking {
  readonly tracker: TrackerKey;
  readonly connection: string;
  readonly say: (command: WaitingCommand) => SaidCommand;
}

interface OpenRow {
  readonly id: number;
  readonly text: string;
  readonly status: "queued" | "sent";
  readonly attempts: number;
  readonly max_attempts: number;
  readonly expired: boolean;
  readonly unique_id: string;
  readonly model: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Takes a tracker's next command; those that cannot be sent any more end on the way. */
export async function takeNext(
  database: Database,
  taking: Taking,
): Promise<{ readonly taken: TakenCommand | undefined; readonly changes: readonly Change[] }> {
  const changes: Change[] = [];
  const taken = await database.transaction().execute(async (transaction) => {
    for (;;) {
      const row = await nextOpen(transaction, taking);
      if (!row) return undefined;
      const outcome = await send(transaction, row, taking);
      changes.push(outcome.change);
      if (outcome.taken) return outcome.taken;
    }
  });
  return { taken, changes };
}

/** What this connection has had already, and was told to keep for later, is for the next one. */
async function nextOpen(
  transaction: Database,
  { tracker, connection }: Taking,
): Promise<OpenRow | undefined> {
  const { rows } = await sql<OpenRow>`
    select command.id, text, status, attempts, max_attempts, unique_id, model, settings,
      coalesce(expires_at < now(), false) as expired
    from command join tracker on tracker.id = tracker_id
    where protocol = ${tracker.protocol} and unique_id = ${tracker.uniqueId}
      and status in ('queued', 'sent')
      and connection is distinct from ${connection} and connection is distinct from ${NETWORK}
    order by priority desc, command.id limit 1
    for update of command skip locked`.execute(transaction);
  return rows[0];
}

async function send(
  transaction: Database,
  row: OpenRow,
  { say, connection }: Taking,
): Promise<{ readonly change: Change; readonly taken?: TakenCommand }> {
  const { id, attempts } = row;
  if (row.expired)
    return {
      change: await moveOn(transaction, id, { status: "expired", note: "its time was over" }),
    };
  if (attempts >= row.max_attempts)
    return { change: await moveOn(transaction, id, { status: "failed", note: NEVER_ANSWERED }) };
  const said = say({
    id,
    text: row.text,
    uniqueId: row.unique_id,
    model: row.model,
    settings: row.settings,
  });
  if (!said.ok)
    return { change: await moveOn(transaction, id, { status: "failed", note: said.reason }) };
  const { bytes, key } = said;
  const change = await moveOn(transaction, id, {
    status: "sent",
    note: row.status === "sent" ? "again: the connection before ended without an answer" : "",
    bytes,
    attempts: attempts + 1,
    connection,
    wire_key: key,
  });
  return { change, taken: { id, bytes } };
}

const NEVER_ANSWERED = "never answered, as often as it was sent";

/** In place of a connection: a network has the command and is trusted with it. */
const NETWORK = "network";

/** Notes by what key a network will speak of a command, before it gets it. */
export async function expectEcho(database: Database, id: number, key: string): Promise<void> {
  await database.updateTable("command").set({ wire_key: key }).where("id", "=", id).execute();
}

/** Notes that a network has a command, and what it will be known by. */
export async function handOver(
  database: Database,
  id: number,
  { key, bytes }: { readonly key: string; readonly bytes: Uint8Array },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("command")
      .set({ wire_key: key, connection: NETWORK })
      .where("id", "=", id)
      .execute();
    await step(transaction, id, { status: "handed over", note: key, bytes });
  });
}

/** Puts a command back that was sent but not answered, or ends it when that was its last attempt. */
export async function putBack(
  database: Database,
  id: number,
  { note, again }: { readonly note: string; readonly again: boolean },
): Promise<Change | undefined> {
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom("command")
      .select(["attempts", "max_attempts"])
      .where("id", "=", id)
      .where("status", "=", "sent")
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.attempts >= row.max_attempts)
      return moveOn(transaction, id, { status: "failed", note: `${note}; ${NEVER_ANSWERED}` });
    return moveOn(transaction, id, {
      status: "queued",
      note,
      ...(again && { connection: null }),
    });
  });
}
