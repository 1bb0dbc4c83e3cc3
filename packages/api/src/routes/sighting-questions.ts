import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FinderLetters, PlacedSighting, SightingReviews, SightingStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireKnown } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import type { AnnounceReport } from "../reports/announce-report.ts";
import { NewQuestion, QuestionShape } from "../reports/decision-shapes.ts";
import { requireEditor } from "../reports/readers.ts";
import { problems } from "../shapes.ts";

const uuid = Type.String({ format: "uuid" });

interface Ports {
  readonly sightingStore: SightingStore;
  readonly sightingReviews: SightingReviews;
  readonly announce: AnnounceReport;
  readonly letters: FinderLetters;
  readonly now: () => Date;
}

/** `/sightings/{id}/questions`: what editors ask finders who can be asked, one question at a time. */
export const sightingQuestions: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { sightingStore, sightingReviews, announce, letters, now } = ports;

  async function editable(request: FastifyRequest, id: string): Promise<PlacedSighting> {
    const found = await sightingStore.find(id);
    if (!found) throw new ProblemError("not-found");
    requireEditor(request, found);
    return found;
  }

  app.post(
    "/sightings/:id/questions",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        params: Type.Object({ id: uuid }),
        body: NewQuestion,
        response: { 200: QuestionShape, ...problems },
      },
    },
    async (request) => {
      const found = await editable(request, request.params.id);
      const { id, text } = request.body;
      const by = requireKnown(request).name;
      const asked = { id, sightingId: found.id, text, by, at: now(), letters };
      const question = await sightingReviews.ask(asked);
      if (question === "one-open") throw conflict("one question waits for its answer already");
      if (question === "not-reachable")
        throw conflict("the finder gave no address, did not confirm it, or was asked enough today");
      await announce(found);
      return question;
    },
  );

  app.delete(
    "/sightings/:id/questions/:question",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        description: "An open question waits no more for its answer; it stays in the history",
        params: Type.Object({ id: uuid, question: uuid }),
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const found = await editable(request, request.params.id);
      await sightingReviews.withdraw(found.id, request.params.question, now());
      await announce(found);
      return reply.status(204).send(null);
    },
  );
};

function conflict(detail: string): ProblemError {
  return new ProblemError("conflict", { detail });
}
