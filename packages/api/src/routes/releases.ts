import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type ItemCode, parseItemCode } from "@zpr/model";
import type { Release, ReleaseStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, Instant, InstantText, PositionShape, problems, Version } from "../shapes.ts";

const place = Type.String({ minLength: 1, maxLength: 200 });
const note = Type.String({ maxLength: 10_000 });
const itemCodes = Type.Unsafe<readonly string[]>(Type.Array(Type.String(), { maxItems: 5000 }));
const ReleaseShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  place,
  position: PositionShape,
  releasedAt: Instant,
  note,
  itemCodes,
});
const NewRelease = Type.Object(
  {
    studyId: Id,
    place,
    position: PositionShape,
    releasedAt: InstantText,
    note: Type.Optional(note),
    itemCodes: Type.Optional(itemCodes),
  },
  { additionalProperties: false },
);

/** `/releases`: items put in the water together. */
export const releases: FastifyPluginAsyncTypebox<{ releaseStore: ReleaseStore }> = async (
  app,
  { releaseStore },
) => {
  app.get(
    "/releases",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["releases"],
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(ReleaseShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      return sendPage(
        { request, reply, query: request.query },
        (page) => releaseStore.list(scope, page),
        { of: (release: Release) => release.id },
      );
    },
  );

  app.post(
    "/releases",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["releases"],
        body: NewRelease,
        response: { 201: ReleaseShape, ...problems },
      },
    },
    async (request, reply) => {
      const { body } = request;
      requireRole(request, body.studyId, "editor");
      const made = await releaseStore.create({
        studyId: body.studyId,
        place: body.place,
        position: body.position,
        releasedAt: new Date(body.releasedAt),
        note: body.note ?? "",
        itemCodes: (body.itemCodes ?? []).map(readCode),
      });
      if ("refused" in made)
        throw new ProblemError("conflict", {
          detail: `${REFUSALS[made.refused]}: ${made.codes.join(", ")}`,
        });
      return reply.status(201).send(made);
    },
  );
};

const REFUSALS = {
  "code-unknown": "the study has no items with these codes",
  "already-released": "these items were released before",
};

function readCode(text: string): ItemCode {
  const code = parseItemCode(text);
  if (!code)
    throw new ProblemError("request-invalid", {
      detail: `${JSON.stringify(text)} is not a valid item code`,
    });
  return code;
}
