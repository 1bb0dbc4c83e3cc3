import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ContestStore } from "@zpr/ports";
import { Type } from "typebox";
import { WinnerContact } from "../contest-shapes.ts";
import { csvTable } from "../csv.ts";
import { ownContest } from "../own-contest.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";
import { readWinners } from "../show-contest.ts";

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
}> = async (app, { contestStore }) => {
  const config = { access: "researcher" } as const;
  const schema = { tags: ["contest"], params: IdParams };
  app.get(
    "/studies/:id/contest/winners",
    { config, schema: { ...schema, response: { 200: Type.Array(WinnerContact), ...problems } } },
    async (request, reply) => {
      const contest = await ownContest(request, contestStore);
      if (!contest.draw) throw new ProblemError("conflict", { detail: "nothing is drawn yet" });
      const winners = await readWinners(contestStore, contest);
      return reply.header("cache-control", "no-store").send(winners);
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
