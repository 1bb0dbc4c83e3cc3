import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { parseItemCode } from "@zpr/model";
import type { Deployment, TrackerStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, InstantText, nullable, problems, Version } from "../shapes.ts";

const DeploymentShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  trackerId: Id,
  itemId: Id,
  itemCode: Type.String(),
  startedAt: Instant,
  endedAt: nullable(Instant),
});
const NewDeployment = Type.Object(
  {
    trackerId: Id,
    itemCode: Type.String(),
    startedAt: InstantText,
    endedAt: Type.Optional(nullable(InstantText)),
  },
  { additionalProperties: false },
);
const Ending = Type.Object({ endedAt: nullable(InstantText) }, { additionalProperties: false });

const REFUSALS = {
  "item-unknown": "the study of the tracker has no item with this code",
  overlap: "the tracker is in another item in that time; end that deployment first",
  "ends-before-start": "a deployment ends after it starts",
};

/** `/deployments`: which tracker was in which item, from when to when. */
export const deployments: FastifyPluginAsyncTypebox<{ trackerStore: TrackerStore }> = async (
  app,
  { trackerStore },
) => {
  app.get(
    "/deployments",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["deployments"],
        querystring: Type.Object({
          ...pageQuery,
          studyId: Type.Optional(Id),
          trackerId: Type.Optional(Id),
        }),
        response: { 200: Type.Array(DeploymentShape), ...problems },
      },
    },
    async (request, reply) => {
      const { studyId, trackerId } = request.query;
      const filter = { studies: scopeOf(request, studyId), ...(trackerId && { trackerId }) };
      return sendPage(
        { request, reply, query: request.query },
        (page) => trackerStore.listDeployments(filter, page),
        { of: (deployment: Deployment) => deployment.id },
      );
    },
  );

  app.post(
    "/deployments",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["deployments"],
        body: NewDeployment,
        response: { 201: DeploymentShape, ...problems },
      },
    },
    async (request, reply) => {
      const { trackerId, itemCode, startedAt, endedAt } = request.body;
      const tracker = await trackerStore.find(trackerId);
      if (!tracker) throw new ProblemError("not-found");
      requireRole(request, tracker.studyId, "editor");
      const code = parseItemCode(itemCode);
      if (!code)
        throw new ProblemError("request-invalid", {
          detail: `${JSON.stringify(itemCode)} is not a valid item code`,
        });
      const made = await trackerStore.deploy({
        trackerId,
        itemCode: code,
        startedAt: new Date(startedAt),
        endedAt: instantOrNull(endedAt),
      });
      return reply.status(201).send(accepted(made));
    },
  );

  app.patch(
    "/deployments/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["deployments"],
        params: IdParams,
        body: Ending,
        response: { 200: DeploymentShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const deployment = await trackerStore.findDeployment(id);
      if (!deployment) throw new ProblemError("not-found");
      requireRole(request, deployment.studyId, "editor");
      const current = () => trackerStore.findDeployment(id);
      const ended = await edit(request, { kind: "deployment", id, current }, () =>
        trackerStore.endDeployment(id, instantOrNull(request.body.endedAt)),
      );
      return accepted(ended);
    },
  );
};

function accepted(outcome: Deployment | keyof typeof REFUSALS): Deployment {
  if (typeof outcome === "string")
    throw new ProblemError("conflict", { detail: REFUSALS[outcome] });
  return outcome;
}

function instantOrNull(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
