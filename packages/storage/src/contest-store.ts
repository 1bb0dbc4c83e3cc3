import type { Contest, ContestRules, ContestStore } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import { countEntries, entriesOf } from "./contest-entries.ts";
import { forget } from "./contest-erasure.ts";
import type { ContestTables } from "./contest-tables.ts";
import type { Database } from "./database.ts";

/** Contests in PostgreSQL. */
export function postgresContestStore(database: Database): ContestStore {
  return {
    find: (studyId) => find(database, studyId),

    async save(studyId, rules, now) {
      const columns = toColumns(rules);
      const row = await database
        .insertInto("contest")
        .values({ study_id: studyId, ...columns })
        .onConflict((conflict) =>
          conflict.column("study_id").doUpdateSet(columns).where("contest.closes_at", ">", now),
        )
        .returningAll()
        .executeTakeFirst();
      return row ? toContest(row) : "over";
    },

    async tickets(studyId) {
      const contest = await find(database, studyId);
      const entries = await entriesOf(database, studyId, { draw: contest?.draw ?? null });
      return entries.map(({ ticket }) => ticket).sort();
    },

    async countTickets(studyId) {
      const contest = await find(database, studyId);
      return countEntries(database, studyId, contest?.draw ?? null);
    },

    async entries(studyId, limit) {
      const contest = await find(database, studyId);
      return entriesOf(database, studyId, { draw: contest?.draw ?? null, limit: limit ?? null });
    },

    draw: (studyId, draw, rank) =>
      database.transaction().execute(async (transaction) => {
        const contest = await transaction
          .selectFrom("contest")
          .selectAll()
          .where("study_id", "=", studyId)
          .forUpdate()
          .executeTakeFirst();
        if (!contest || contest.drawn_at) return contest && toContest(contest);
        await keepTickets(transaction, studyId, rank);
        const row = await transaction
          .updateTable("contest")
          .set({ seed: draw.seed, seed_origin: draw.seedOrigin, drawn_at: draw.drawnAt })
          .where("study_id", "=", studyId)
          .returningAll()
          .executeTakeFirstOrThrow();
        return toContest(row);
      }),

    erase: async (studyId, now) => {
      const { studyIds } = await forget(database, now, { studyId });
      return studyIds.length > 0;
    },

    async eraseDue(now) {
      const { contacts } = await forget(database, now, "due");
      return contacts;
    },
  };
}

async function find(database: Database, studyId: number): Promise<Contest | undefined> {
  const row = await database
    .selectFrom("contest")
    .selectAll()
    .where("study_id", "=", studyId)
    .executeTakeFirst();
  return row && toContest(row);
}

async function keepTickets(
  transaction: Database,
  studyId: number,
  rank: (tickets: readonly string[]) => readonly string[],
): Promise<void> {
  const entries = await entriesOf(transaction, studyId, { draw: null });
  const sightings = new Map(entries.map(({ ticket, sightingId }) => [ticket, sightingId]));
  const ranked = rank([...sightings.keys()]);
  await sql`
    insert into contest_ticket (study_id, ticket, sighting_id, rank)
    select ${studyId}, ticket, sighting_id, rank
    from unnest(${ranked}::text[], ${ranked.map((ticket) => sightings.get(ticket))}::uuid[])
      with ordinality as drawn (ticket, sighting_id, rank)`.execute(transaction);
}

function toColumns(rules: ContestRules) {
  return {
    title: JSON.stringify(rules.title),
    rules: JSON.stringify(rules.rules),
    prizes: JSON.stringify(rules.prizes),
    opens_at: rules.opensAt,
    closes_at: rules.closesAt,
    retention_days: rules.retentionDays,
    seed_hash: rules.seedHash,
  };
}

function toContest(row: Selectable<ContestTables["contest"]>): Contest {
  const { seed, seed_origin: seedOrigin, drawn_at: drawnAt } = row;
  return {
    studyId: row.study_id,
    version: row.version,
    title: row.title,
    rules: row.rules,
    prizes: row.prizes,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    retentionDays: row.retention_days,
    seedHash: row.seed_hash,
    draw: seed && seedOrigin && drawnAt ? { seed, seedOrigin, drawnAt } : null,
    erasedAt: row.erased_at,
  };
}
