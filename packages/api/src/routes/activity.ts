import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ActivityStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { Id, Instant, InstantText, nullable, oneOf, problems } from "../shapes.ts";

const Query = Type.Object({
  studyId: Id,
  from: Type.Optional(InstantText),
  to: Type.Optional(InstantText),
});
const ActivityShape = Type.Object({
  from: nullable(Instant),
  to: nullable(Instant),
  bin: oneOf(["hour", "day", "month"]),
  bins: Type.Array(
    Type.Object({
      start: Instant,
      fixes: Type.Integer({ description: "Fixes without a flag that keeps them out of journeys" }),
      sightings: Type.Integer(),
    }),
  ),
});

/** `GET /activity`: fixes and sightings of a study by hour, day or month, as fits the span; empty bins are left out. */
export const activity: FastifyPluginAsyncTypebox<{
  activityStore: ActivityStore;
  now: () => Date;
}> = async (app, { activityStore, now }) => {
  app.get(
    "/activity",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["fixes"],
        querystring: Query,
        response: { 200: ActivityShape, ...problems },
      },
    },
    async (request) => {
      const { studyId, from, to } = request.query;
      const view = { studies: scopeOf(request, studyId), now: now() };
      const during = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
      const counted = await activityStore.activity(view, studyId, during);
      return { ...counted, bins: [...counted.bins] };
    },
  );
};
