import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Contest, ContestStore, StudyStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { ContestRulesShape, ContestShape } from "../contest-shapes.ts";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";
import { showContest } from "../show-contest.ts";

interface Ports {
  readonly contestStore: ContestStore;
  readonly studyStore: StudyStore;
  readonly now: () => Date;
}

/** `/studies/{id}/contest`: rules, tickets and outcome of a study's contest, for everybody; owners announce it. */
export const contest: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { contestStore, studyStore, now },
) => {
  const schema = { tags: ["contest"], params: IdParams };
  const publicly = { access: "public" } as const;
  app.get(
    "/studies/:id/contest",
    { config: publicly, schema: { ...schema, response: { 200: ContestShape, ...problems } } },
    async (request) => showContest(contestStore, await seen(request, request.params.id), now()),
  );

  app.get(
    "/studies/:id/contest/tickets",
    {
      config: publicly,
      schema: {
        ...schema,
        response: { 200: Type.Unsafe<readonly string[]>(Type.Array(Type.String())), ...problems },
      },
    },
    async (request) => {
      const { studyId, closesAt } = await seen(request, request.params.id);
      if (now() < closesAt) throw conflict("tickets are published when the contest has closed");
      return contestStore.tickets(studyId);
    },
  );

  app.put(
    "/studies/:id/contest",
    {
      config: { access: "researcher" },
      schema: { ...schema, body: ContestRulesShape, response: { 200: ContestShape, ...problems } },
    },
    async (request) => {
      const { params, body } = request;
      requireRole(request, params.id, "owner");
      if (!(await studyStore.find(params.id))) throw new ProblemError("not-found");
      const [opensAt, closesAt] = [new Date(body.opensAt), new Date(body.closesAt)];
      if (closesAt <= opensAt || closesAt <= now())
        throw new ProblemError("request-invalid", {
          detail: "closesAt must be after opensAt, and in the future",
        });
      const seedHash = body.seedHash ?? null;
      const current = async () => showContest(contestStore, await seen(request, params.id), now());
      const saved = await edit(request, { kind: "contest", id: params.id, current }, () =>
        contestStore.save(params.id, { ...body, opensAt, closesAt, seedHash }, now()),
      );
      if (saved === "over")
        throw conflict("the contest has closed; what was promised cannot change any more");
      return showContest(contestStore, saved, now());
    },
  );

  /** The contest of a study, if the caller may see the study. */
  async function seen(request: FastifyRequest, studyId: number): Promise<Contest> {
    const study = await studyStore.find(studyId);
    if (!study?.public) requireRole(request, studyId, "viewer");
    const found = await contestStore.find(studyId);
    if (!found) throw new ProblemError("not-found");
    return found;
  }
};

function conflict(detail: string): ProblemError {
  return new ProblemError("conflict", { detail });
}
