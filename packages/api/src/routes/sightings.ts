import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { parseItemCode, REVIEWS } from "@zpr/model";
import type { PlacedSighting, SightingKey, SightingReviews, SightingStore } from "@zpr/ports";
import { Type } from "typebox";
import { boxOf, scopeOf } from "../asked.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { SightingDetail } from "../reports/decision-shapes.ts";
import { asSeenBy, edits, requireReader, sortsReports } from "../reports/readers.ts";
import { SightingShape } from "../reports/sighting-shapes.ts";
import { BoxText, Id, InstantText, oneOf, problems } from "../shapes.ts";

const Query = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  itemCode: Type.Optional(Type.String()),
  bbox: Type.Optional(BoxText),
  review: Type.Optional(oneOf(REVIEWS)),
  withoutItem: Type.Optional(
    Type.Boolean({
      description: "Reports of codes that belong to no item (yet), in place of those of a study",
    }),
  ),
});
const SightingParams = Type.Object({ id: Type.String({ format: "uuid" }) });

interface Ports {
  readonly sightingStore: SightingStore;
  readonly sightingReviews: SightingReviews;
}

/** `/sightings`: finders' reports as researchers read them. */
export const sightings: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingStore, sightingReviews },
) => {
  app.get(
    "/sightings",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        querystring: Query,
        response: { 200: Type.Array(SightingShape), ...problems },
      },
    },
    async (request, reply) => {
      const { query } = request;
      if (query.withoutItem && !sortsReports(request)) throw new ProblemError("role-insufficient");
      const filter = {
        studies: query.withoutItem ? ("no-item" as const) : scopeOf(request, query.studyId),
        ...(query.review !== undefined && { review: query.review }),
        ...(query.itemCode !== undefined && {
          itemCode: parseItemCode(query.itemCode) ?? query.itemCode,
        }),
        ...(query.bbox !== undefined && { bbox: boxOf(query.bbox) }),
      };
      const page = await sendPage(
        { request, reply, query },
        (asked) => sightingStore.list(filter, asked),
        {
          of: ({ seenAt, id }: PlacedSighting) => ({ seenAt, id }),
          shape: Type.Object({ seenAt: InstantText, id: Type.String({ format: "uuid" }) }),
          revive: (key: SightingKey) => ({ ...key, seenAt: new Date(key.seenAt) }),
        },
      );
      return page.map((sighting) => asSeenBy(request, sighting));
    },
  );

  app.get(
    "/sightings/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        description: "A report with what its finder said, what was decided and what was asked",
        params: SightingParams,
        response: { 200: SightingDetail, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const sighting = await sightingStore.find(id);
      if (!sighting) throw new ProblemError("not-found");
      requireReader(request, sighting);
      const history = await sightingReviews.history(id);
      const mayAsk = history.mayAsk && edits(request.caller, sighting);
      return { ...asSeenBy(request, sighting), ...history, mayAsk };
    },
  );
};
