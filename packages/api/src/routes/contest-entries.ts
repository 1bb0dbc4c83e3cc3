import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ContestStore } from "@zpr/ports";
import { Type } from "typebox";
import { shownContest, WinnerContact } from "../contest-shapes.ts";
import { csvTable } from "../csv.ts";
import { ownContest } from "../own-contest.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";

const COLUMNS = [
  "ticket",
  "rank",
  "name",
  "email",
  "locale",
  "itemCode",
  "seenAt",
  "receivedAt",
  "sightingId",
] as const;

const Csv = Type.Unsafe<string>({
  description: "A table with a row for each ticket, UTF-8",
  content: { "text/csv": { schema: { type: "string" } } },
});

/** `/studies/{id}/contest/winners` and `/entries.csv`: who takes part and who won, for owners. */
export const contestEntries: FastifyPluginAsyncTypebox<{
  contestStore: ContestStore;
  now: () => Date;
}> = async (app, { contestStore, now }) => {
  const config = { access: "researcher" } as const;
  const schema = { tags: ["contest"], params: IdParams };
  app.get(
    "/studies/:id/contest/winners",
    { config, schema: { ...schema, response: { 200: Type.Array(WinnerContact), ...problems } } },
    async (request, reply) => {
      const contest = await ownContest(request, contestStore);
      if (!contest.draw) throw new ProblemError("conflict", { detail: "nothing is drawn yet" });
      const entries = await contestStore.entries(contest.studyId);
      const winners = shownContest(contest, entries, now()).draw?.winners ?? [];
      const contacts = winners.flatMap((winner, index) => {
        const entry = entries[index];
        return entry ? [{ ...entry, ...winner }] : [];
      });
      return reply.header("cache-control", "no-store").send(contacts);
    },
  );

  app.get(
    "/studies/:id/contest/entries.csv",
    {
      config,
      schema: {
        ...schema,
        response: { 200: Csv, ...problems },
      },
    },
    async (request, reply) => {
      const { studyId } = await ownContest(request, contestStore);
      const entries = await contestStore.entries(studyId);
      const rows = entries.map((entry) => COLUMNS.map((name) => entry[name]));
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="contest-${studyId}.csv"`)
        .header("cache-control", "no-store")
        .send(csvTable(COLUMNS, rows));
    },
  );
};
