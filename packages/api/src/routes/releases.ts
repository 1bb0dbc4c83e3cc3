import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Release, ReleaseStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import {
  ItemCodes,
  Place,
  ReleaseNote,
  ReleaseShape,
  readCodes,
  refuse,
  TideLagMinutes,
} from "../release-shapes.ts";
import { Id, InstantText, nullable, PositionShape, problems } from "../shapes.ts";

const NewRelease = Type.Object(
  {
    studyId: Id,
    place: Place,
    position: PositionShape,
    releasedAt: InstantText,
    clientId: Type.Optional(
      Type.String({
        format: "uuid",
        description: "Made by the phone; the same again is the same release",
      }),
    ),
    note: Type.Optional(ReleaseNote),
    tideLagMinutes: Type.Optional(nullable(TideLagMinutes)),
    itemCodes: Type.Optional(ItemCodes),
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
        itemCodes: readCodes(body.itemCodes ?? []),
      });
      if ("refused" in made) return refuse(made);
      return reply.status(made.isNew ? 201 : 200).send(made.release);
    },
  );
};
