import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TrackerStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, problems } from "../shapes.ts";
import { WatchRulesShape } from "../watch-shapes.ts";
import { fields, TrackerShape } from "./trackers.ts";

const Changes = Type.Object(
  {
    name: Type.Optional(fields.name),
    model: Type.Optional(fields.model),
    intervalSeconds: Type.Optional(fields.intervalSeconds),
    settings: Type.Optional(
      Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
        description: "By the protocol's own names, see docs/protocols; replaces what was set",
      }),
    ),
    watchRules: Type.Optional(WatchRulesShape),
  },
  { additionalProperties: false },
);

/** `PATCH /trackers/{id}`: its name, and what its decoder and its instructions need to know. */
export const changeTracker: FastifyPluginAsyncTypebox<{ trackerStore: TrackerStore }> = async (
  app,
  { trackerStore },
) => {
  app.patch(
    "/trackers/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        params: IdParams,
        body: Changes,
        response: { 200: TrackerShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const tracker = await trackerStore.find(id);
      if (!tracker) throw new ProblemError("not-found");
      requireRole(request, tracker.studyId, "editor");
      const changed = await trackerStore.change(id, request.body);
      if (!changed) throw new ProblemError("not-found");
      return changed;
    },
  );
};
