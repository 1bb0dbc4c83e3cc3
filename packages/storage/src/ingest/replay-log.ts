import type { ReadMessage, ReplayBatch, ReplayLog, ReplayScope, ReplayStep } from "@zpr/ports";
import { type SqlBool, sql } from "kysely";
import type { Database } from "../database.ts";
import { shareWithRegistration } from "../registration-lock.ts";
import { fixBatch } from "./fix-batch.ts";
import { replaceFixes } from "./fix-insert.ts";
import { type FixMonths, fixMonths } from "./fix-months.ts";
import { MESSAGE_COLUMNS, type MessageRow, toLogged } from "./logged-message.ts";
import { refusing } from "./refused-value.ts";
import { readStored, removeFixes } from "./stored-fixes.ts";
import { settleEnds, settleTracker } from "./tracker-settling.ts";

/** A number of our own for PostgreSQL's advisory locks: replays take turns, so that none counts what another has done. */
const REPLAY = 7_206_112;

/** The store side of a replay in PostgreSQL. */
export function postgresReplayLog(database: Database): ReplayLog {
  const months = fixMonths(database);
  return {
    async protocolsOf(uniqueId, among) {
      const { rows } = await sql<{ name: string }>`
        select name from unnest(${among}::text[]) as name where exists (
          select from raw_message where protocol = name and unique_id = ${uniqueId})
        order by name`.execute(database);
      return rows.map((row) => row.name);
    },

    async extent(scope) {
      const { rows } = await sql<{ count: number; first: number | null; last: number | null }>`
        select count(*) as count, min(id) as first, max(id) as last
        from raw_message where ${isIn(scope)}`.execute(database);
      const { count = 0, first, last } = rows[0] ?? {};
      return { count, first: first ?? 0, last: last ?? 0 };
    },

    take: (step, work) =>
      refusing(() =>
        undoing(step.dryRun, database, async (transaction) => {
          await sql`select pg_advisory_xact_lock(${REPLAY}::bigint)`.execute(transaction);
          await shareWithRegistration(transaction);
          const messages = await takeNext(transaction, step);
          if (messages.length === 0) return undefined;
          return work(messages, replayBatch(transaction, step.dryRun ? noMonths : months));
        }),
      ),

    async settle(trackerIds, tailLength) {
      for (const trackerId of trackerIds) await settleTracker(database, trackerId, tailLength);
    },
  };
}

/** Months are made in transactions of their own, which a dry run could not undo. */
const noMonths: FixMonths = async () => undefined;

function replayBatch(transaction: Database, months: FixMonths): ReplayBatch {
  return {
    ...fixBatch(transaction, months),
    stored: (asked) => readStored(transaction, asked),
    replace: (rows) => replaceFixes(transaction, rows),
    remove: (places) => removeFixes(transaction, places),
    settle: (trackerIds, tailLength) => settleEnds(transaction, trackerIds, tailLength),
  };
}

/** Does some work in a transaction, which is rolled back in the end if asked for. */
async function undoing<Outcome>(
  dryRun: boolean,
  database: Database,
  work: (transaction: Database) => Promise<Outcome>,
): Promise<Outcome> {
  if (!dryRun) return database.transaction().execute(work);
  const transaction = await database.startTransaction().execute();
  try {
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}

async function takeNext(
  transaction: Database,
  { scope, after, last, limit }: ReplayStep,
): Promise<readonly ReadMessage[]> {
  const { rows } = await sql<MessageRow & { readonly reason: string | null }>`
    select ${MESSAGE_COLUMNS}, raw_problem.reason
    from raw_message left join raw_problem on raw_problem.raw_message_id = raw_message.id
    where raw_message.id > ${after}::bigint and raw_message.id <= ${last}::bigint and ${isIn(scope)}
    order by raw_message.id limit ${limit}`.execute(transaction);
  return rows.map((row) => ({ ...toLogged(row), problem: row.reason }));
}

function isIn({ since, until, protocol, uniqueId, studyId }: ReplayScope) {
  const conditions = [
    sql<SqlBool>`not exists (select from raw_pending where raw_message_id = raw_message.id)`,
    since && sql`raw_message.received_at >= ${since}::timestamptz`,
    until && sql`raw_message.received_at < ${until}::timestamptz`,
    protocol !== undefined && sql`raw_message.protocol = ${protocol}`,
    uniqueId !== undefined && sql`raw_message.unique_id = ${uniqueId}`,
    studyId !== undefined &&
      sql`exists (select from tracker where tracker.protocol = raw_message.protocol
        and tracker.unique_id = raw_message.unique_id and tracker.study_id = ${studyId}::int)`,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== undefined && condition !== false),
    sql` and `,
  );
}
