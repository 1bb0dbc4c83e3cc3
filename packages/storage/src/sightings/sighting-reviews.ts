import type { Decision, SightingReviews } from "@zpr/ports";
import type { Database } from "../database.ts";
import { decide } from "./decide.ts";
import { answerQuestion, ask, findQuestion, mayAsk, questionsOf, withdraw } from "./questions.ts";

/** What researchers decide of reports, in PostgreSQL. */
export function postgresSightingReviews(database: Database): SightingReviews {
  return {
    decide: (decision) =>
      database.transaction().execute((transaction) => decide(transaction, decision)),

    async history(sightingId) {
      const [sighting, duplicates] = await Promise.all([
        database
          .selectFrom("sighting")
          .select("original")
          .where("id", "=", sightingId)
          .executeTakeFirst(),
        database
          .selectFrom("sighting")
          .select("id")
          .where("merged_into", "=", sightingId)
          .orderBy("id")
          .execute(),
      ]);
      return {
        original: sighting?.original ?? null,
        decisions: await decisionsOf(database, sightingId),
        questions: await questionsOf(database, sightingId),
        duplicates: duplicates.map(({ id }) => id),
        mayAsk: await mayAsk(database, sightingId),
      };
    },

    ask: (question) => database.transaction().execute((transaction) => ask(transaction, question)),
    withdraw: (...open) => withdraw(database, ...open),
    findQuestion: (token) => findQuestion(database, token),
    answer: (...given) => answerQuestion(database, ...given),
  };
}

async function decisionsOf(database: Database, sightingId: string): Promise<readonly Decision[]> {
  const rows = await database
    .selectFrom("sighting_decision")
    .selectAll()
    .where("sighting_id", "=", sightingId)
    .orderBy("n")
    .execute();
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.map(({ id, kind, at, by, reason, from, to, undoes }) => ({
    id,
    kind,
    at,
    by,
    reason,
    from,
    to,
    undoes,
    undone: undone.has(id),
  }));
}
