import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Cache, StudyStore } from "@zpr/ports";
import { Type } from "typebox";
import { texts } from "../contest-shapes.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, problems } from "../shapes.ts";
import { studyNumbers } from "../study-numbers.ts";

const PublicStudy = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  simulated: Type.Boolean(),
  finderTexts: texts(2000, 0),
  itemCount: Type.Integer(),
  trackerCount: Type.Integer(),
  sightingCount: Type.Integer(),
  finderCount: Type.Integer({
    description: "At most: who gave no address counts with each report",
  }),
  travelledKilometres: Type.Integer({ description: "Of all its items together" }),
  aliveTrackerCount: Type.Integer({
    description: "Trackers in items that were heard and are not silent",
  }),
});

interface Ports {
  readonly studyStore: StudyStore;
  readonly cache: Cache;
  readonly now: () => Date;
}

/** `GET /studies/{id}/public`: a study's public face in numbers. */
export const publicStudies: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { studyStore } = ports;
  app.get(
    "/studies/:id/public",
    {
      config: { access: "public" },
      schema: { tags: ["public"], params: IdParams, response: { 200: PublicStudy, ...problems } },
    },
    async (request) => {
      const study = await studyStore.find(request.params.id);
      if (!study?.public) throw new ProblemError("not-found");
      const { travelledMetres, ...counts } = await studyNumbers(study.id, ports);
      return { ...study, ...counts, travelledKilometres: Math.round(travelledMetres / 1000) };
    },
  );
};
