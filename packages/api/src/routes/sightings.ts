import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { parseItemCode, REVIEWS } from "@zpr/model";
import type { FinderLetters, Sighting, SightingKey, SightingStore } from "@zpr/ports";
import { Type } from "typebox";
import { boxOf, scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { requireReader, sortsReports } from "../reports/readers.ts";
import { SightingShape } from "../reports/sighting-shapes.ts";
import { BoxText, Id, oneOf, problems } from "../shapes.ts";

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
const VerdictShape = Type.Object(
  { review: oneOf(["accepted", "rejected"]) },
  { additionalProperties: false },
);
const SightingParams = Type.Object({ id: Type.String({ format: "uuid" }) });

interface Ports {
  readonly sightingStore: SightingStore;
  readonly letters: FinderLetters;
  readonly now: () => Date;
}

/** `/sightings`: finders' reports as researchers read and judge them. */
export const sightings: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingStore, letters, now },
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
      return sendPage({ request, reply, query }, (page) => sightingStore.list(filter, page), {
        of: ({ seenAt, id }: Sighting) => ({ seenAt, id }),
        revive: (key: SightingKey) => ({ ...key, seenAt: new Date(key.seenAt) }),
      });
    },
  );

  app.patch(
    "/sightings/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        params: SightingParams,
        body: VerdictShape,
        response: { 200: SightingShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await sightingStore.find(id);
      if (!found) throw new ProblemError("not-found");
      requireReader(request, found);
      if (found.studyId !== null) requireRole(request, found.studyId, "editor");
      const { review } = request.body;
      const verdict = { review, by: requireKnown(request).name, at: now(), letters };
      const current = () => sightingStore.find(id);
      const reviewed = await edit(request, { kind: "sighting", id, current }, () =>
        sightingStore.review(id, verdict),
      );
      if (!reviewed) throw new ProblemError("not-found");
      return reviewed;
    },
  );
};
