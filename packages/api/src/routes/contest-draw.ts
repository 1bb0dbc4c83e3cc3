import { randomBytes } from "node:crypto";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Contest, ContestStore, SeedOrigin } from "@zpr/ports";
import { Type } from "typebox";
import { rankTickets, seedHashOf } from "../contest-draw.ts";
import { ContestShape } from "../contest-shapes.ts";
import { ownContest } from "../own-contest.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";
import { showContest } from "../show-contest.ts";

const Seed = Type.Object(
  {
    seed: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: "The one whose hash was published; else any, or none for one made here",
      }),
    ),
  },
  { additionalProperties: false },
);

/** `/studies/{id}/contest/draw` and `/contacts`: owners draw, once, and forget who took part. */
export const contestDraw: FastifyPluginAsyncTypebox<{
  contestStore: ContestStore;
  now: () => Date;
}> = async (app, { contestStore, now }) => {
  const config = { access: "researcher" } as const;
  const schema = { tags: ["contest"], params: IdParams };
  app.post(
    "/studies/:id/contest/draw",
    {
      config,
      schema: {
        ...schema,
        body: Seed,
        response: { 200: ContestShape, 201: ContestShape, ...problems },
      },
    },
    async (request, reply) => {
      const contest = await ownContest(request, contestStore);
      const { seed, seedOrigin } = seedFor(contest, request.body.seed);
      if (!contest.draw && now() < contest.closesAt)
        throw conflict(`the contest closes at ${contest.closesAt.toISOString()}`);
      const drawn = await contestStore.draw(
        contest.studyId,
        { seed, seedOrigin, drawnAt: now() },
        (tickets) => rankTickets(seed, tickets),
      );
      if (!drawn?.draw) throw new ProblemError("not-found");
      const isFirst = !contest.draw && drawn.draw.seed === seed;
      // Somebody else drew at the same moment, with another seed.
      if (request.body.seed !== undefined && drawn.draw.seed !== seed) throw drawnBefore();
      return reply.status(isFirst ? 201 : 200).send(await showContest(contestStore, drawn, now()));
    },
  );

  app.delete(
    "/studies/:id/contest/contacts",
    { config, schema: { ...schema, response: { 204: Type.Null(), ...problems } } },
    async (request, reply) => {
      const contest = await ownContest(request, contestStore);
      if (!(await contestStore.erase(contest.studyId, now())))
        throw conflict("draw first: without contacts there are no tickets");
      return reply.status(204).send(null);
    },
  );
};

/** A drawn contest keeps its seed; one announced with a hash takes no other. */
function seedFor(
  { draw, seedHash }: Contest,
  given: string | undefined,
): { readonly seed: string; readonly seedOrigin: SeedOrigin } {
  if (draw) {
    if (given !== undefined && given !== draw.seed) throw drawnBefore();
    return draw;
  }
  if (seedHash !== null) {
    if (given === undefined || seedHashOf(given) !== seedHash)
      throw conflict(`the seed must be the one whose SHA-256 was published: ${seedHash}`);
    return { seed: given, seedOrigin: "committed" };
  }
  if (given !== undefined) return { seed: given, seedOrigin: "given" };
  return { seed: randomBytes(32).toString("hex"), seedOrigin: "random" };
}

function drawnBefore(): ProblemError {
  return conflict("the contest was drawn before, with another seed");
}

function conflict(detail: string): ProblemError {
  return new ProblemError("conflict", { detail });
}
