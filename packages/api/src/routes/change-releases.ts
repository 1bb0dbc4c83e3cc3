import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Release, ReleaseStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import {
  ItemCodes,
  Place,
  ReleaseNote,
  ReleaseShape,
  readCodes,
  unlessRefused,
} from "../release-shapes.ts";
import { IdParams, InstantText, nullable, PositionShape, problems } from "../shapes.ts";

const Changes = Type.Object(
  {
    place: Type.Optional(Place),
    position: Type.Optional(PositionShape),
    releasedAt: Type.Optional(InstantText),
    endedAt: Type.Optional(nullable(InstantText)),
    note: Type.Optional(ReleaseNote),
  },
  { additionalProperties: false },
);
const Codes = Type.Object({ itemCodes: ItemCodes }, { additionalProperties: false });
const REFUSALS = {
  taken: "the study has another release at this place and time",
  "ends-before-start": "a release ends after it begins",
};

/** `/releases/{id}`: another place or time, its end, items put in and taken out. */
export const changeReleases: FastifyPluginAsyncTypebox<{ releaseStore: ReleaseStore }> = async (
  app,
  { releaseStore },
) => {
  const schema = { tags: ["releases"], params: IdParams };
  const response = { 200: ReleaseShape, ...problems };

  app.patch(
    "/releases/:id",
    { config: { access: "researcher" }, schema: { ...schema, body: Changes, response } },
    async (request) => {
      const { id } = await found(request);
      const { releasedAt, endedAt, ...named } = request.body;
      const changed = await edit(request, edited(id), () =>
        releaseStore.change(id, {
          ...named,
          ...(releasedAt !== undefined && { releasedAt: new Date(releasedAt) }),
          ...(endedAt !== undefined && { endedAt: endedAt === null ? null : new Date(endedAt) }),
        }),
      );
      if (typeof changed === "string")
        throw new ProblemError("conflict", { detail: REFUSALS[changed] });
      return present(changed);
    },
  );

  app.post(
    "/releases/:id/items",
    { config: { access: "researcher" }, schema: { ...schema, body: Codes, response } },
    async (request) => {
      const { id } = await found(request);
      const outcome = await releaseStore.addItems(id, readCodes(request.body.itemCodes));
      return unlessRefused(present(outcome));
    },
  );

  app.post(
    "/releases/:id/items/remove",
    { config: { access: "researcher" }, schema: { ...schema, body: Codes, response } },
    async (request) => {
      const { id } = await found(request);
      return present(await releaseStore.removeItems(id, readCodes(request.body.itemCodes)));
    },
  );

  function edited(id: number) {
    return { kind: "release", id, current: () => releaseStore.find(id) };
  }

  async function found(request: FastifyRequest<{ Params: { id: number } }>): Promise<Release> {
    const release = present(await releaseStore.find(request.params.id));
    requireRole(request, release.studyId, "editor");
    return release;
  }
};

function present<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new ProblemError("not-found");
  return found;
}
