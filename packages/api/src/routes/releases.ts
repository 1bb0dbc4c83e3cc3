import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type ItemCode, parseItemCode } from "@zpr/model";
import type { Release, ReleaseStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, Instant, InstantText, nullable, PositionShape, problems, Version } from "../shapes.ts";

const place = Type.String({ minLength: 1, maxLength: 200 });
const note = Type.String({ maxLength: 10_000 });
const itemCodes = Type.Unsafe<readonly string[]>(Type.Array(Type.String(), { maxItems: 5000 }));
const pixels = nullable(
  Type.Integer({ description: "null while the photo is kept and cannot be shown yet" }),
);
const tideLagMinutes = Type.Number({
  minimum: -720,
  maximum: 720,
  description: "By which high water there comes behind that of the tide station",
});
const ReleaseShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  place,
  position: PositionShape,
  releasedAt: Instant,
  note,
  tideLagMinutes: nullable(tideLagMinutes),
  itemCodes,
  photos: Type.Unsafe<Release["photos"]>(
    Type.Array(Type.Object({ n: Type.Integer(), width: pixels, height: pixels })),
  ),
});
const NewRelease = Type.Object(
  {
    studyId: Id,
    place,
    position: PositionShape,
    releasedAt: InstantText,
    clientId: Type.Optional(
      Type.String({
        format: "uuid",
        description: "Made by the phone; the same again is the same release",
      }),
    ),
    note: Type.Optional(note),
    tideLagMinutes: Type.Optional(nullable(tideLagMinutes)),
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
        response: { 200: ReleaseShape, 201: ReleaseShape, ...problems },
      },
    },
    async (request, reply) => {
      const { body } = request;
      requireRole(request, body.studyId, "editor");
      const made = await releaseStore.create({
        clientId: body.clientId ?? null,
        studyId: body.studyId,
        place: body.place,
        position: body.position,
        releasedAt: new Date(body.releasedAt),
        note: body.note ?? "",
        tideLagMinutes: body.tideLagMinutes ?? null,
        itemCodes: (body.itemCodes ?? []).map(readCode),
      });
      if ("refused" in made)
        throw new ProblemError("conflict", {
          detail: `${REFUSALS[made.refused]}: ${made.codes.join(", ")}`,
          codes: made.codes,
        });
      return reply.status(made.isNew ? 201 : 200).send(made.release);
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
