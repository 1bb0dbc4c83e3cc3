import type { Command, CommandStore, NewCommand } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import { COMMAND_CHANNEL, moveOn, step } from "./command-steps.ts";

/** Instructions in PostgreSQL, as the API queues and shows them. */
export function postgresCommandStore(database: Database): CommandStore {
  return {
    queue: (wanted) =>
      database.transaction().execute(async (transaction) => {
        const queued: Command[] = [];
        for (const command of wanted) queued.push(await queueOne(transaction, command));
        return queued;
      }),

    async list({ studies, trackerId, status }, { after, limit }) {
      const rows = await commandRows(database)
        .where(({ ref }) => inStudies(ref("tracker.study_id"), studies))
        .$if(trackerId !== undefined, (q) => q.where("command.tracker_id", "=", trackerId ?? 0))
        .$if(status !== undefined, (q) => q.where("command.status", "=", status ?? "queued"))
        .$if(after !== undefined, (q) => q.where("command.id", "<", after ?? 0))
        .orderBy("command.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toCommand);
    },

    find: (id) => findCommand(database, id),

    async steps(id) {
      return database
        .selectFrom("command_step")
        .select(["at", "status", "note", "bytes"])
        .where("command_id", "=", id)
        .orderBy("id")
        .execute();
    },

    cancel: (id, by) =>
      database.transaction().execute(async (transaction) => {
        const open = await transaction
          .selectFrom("command")
          .select("id")
          .where("id", "=", id)
          .where("status", "in", ["queued", "sent"])
          .forUpdate()
          .executeTakeFirst();
        if (!open) return "too-late";
        await moveOn(transaction, id, { status: "cancelled", note: `by ${by}` });
        return foundCommand(transaction, id);
      }),
  };
}

async function queueOne(transaction: Database, wanted: NewCommand): Promise<Command> {
  const made = await transaction
    .insertInto("command")
    .values({
      tracker_id: wanted.trackerId,
      action: wanted.action && JSON.stringify(wanted.action),
      text: wanted.text,
      priority: wanted.priority,
      max_attempts: wanted.maxAttempts,
      expires_at: wanted.expiresAt,
      created_by: wanted.createdBy,
      request_id: wanted.requestId,
    })
    .onConflict((conflict) => conflict.columns(["tracker_id", "request_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return sameRequest(transaction, wanted);
  await step(transaction, made.id, {
    status: "queued",
    note: `by ${wanted.createdBy}`,
    bytes: null,
  });
  // Heard only when this transaction is committed.
  await sql`select pg_notify(${COMMAND_CHANNEL}, protocol || ' ' || unique_id)
    from tracker where id = ${wanted.trackerId}`.execute(transaction);
  return foundCommand(transaction, made.id);
}

async function sameRequest(transaction: Database, wanted: NewCommand): Promise<Command> {
  const row = await commandRows(transaction)
    .where("command.tracker_id", "=", wanted.trackerId)
    .where("command.request_id", "=", wanted.requestId)
    .executeTakeFirstOrThrow();
  return toCommand(row);
}

async function foundCommand(database: Database, id: number): Promise<Command> {
  const found = await findCommand(database, id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}

async function findCommand(database: Database, id: number): Promise<Command | undefined> {
  const row = await commandRows(database).where("command.id", "=", id).executeTakeFirst();
  return row && toCommand(row);
}

function commandRows(database: Database) {
  return database
    .selectFrom("command")
    .innerJoin("tracker", "tracker.id", "command.tracker_id")
    .selectAll("command")
    .select("tracker.study_id");
}

type CommandRow = Awaited<ReturnType<ReturnType<typeof commandRows>["execute"]>>[number];

function toCommand(row: CommandRow): Command {
  return {
    id: row.id,
    studyId: row.study_id,
    trackerId: row.tracker_id,
    action: row.action,
    text: row.text,
    priority: row.priority,
    status: row.status,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
    answer: row.answer,
  };
}
