import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  LOCALES,
  MAX_COARSE_METRES,
  PUBLISH_SIGHTINGS,
  type PublishSightings,
  type WaterLines,
} from "@zpr/model";
import {
  type Caller,
  mayIn,
  STUDY_ROLES,
  type Study,
  type StudyRole,
  type StudyStore,
} from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { texts } from "../contest-shapes.ts";
import { edit } from "../edit.ts";
import { StudyEpisodeRules } from "../episode-shapes.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import {
  Id,
  IdParams,
  Instant,
  InstantText,
  nullable,
  oneOf,
  PositionShape,
  problems,
  Version,
} from "../shapes.ts";
import { WatchRulesShape } from "../watch-shapes.ts";

const fields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  description: Type.String({ maxLength: 10_000 }),
  simulated: Type.Boolean({ description: "Everything in it comes from a simulator" }),
  public: Type.Boolean({ description: "Anybody may see its items, good fixes and sightings" }),
  publicDelayHours: Type.Integer({
    minimum: 0,
    description: "Fixes stay unpublished this long, hours",
  }),
  publicCoarseMetres: Type.Integer({
    minimum: 0,
    maximum: MAX_COARSE_METRES,
    description:
      "Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact",
  }),
  locale: oneOf(LOCALES),
  watchRules: WatchRulesShape,
  waterLines: nullable(
    Type.Unsafe<WaterLines>(
      Type.Array(Type.Array(PositionShape, { minItems: 2, maxItems: 10_000 }), {
        maxItems: 1000,
        description:
          "Centre lines of its water, as the coordinates of a GeoJSON MultiLineString; reports from further away than the corridor are not public",
      }),
    ),
  ),
  corridorMetres: Type.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
  publishSightings: Type.Unsafe<PublishSightings>(
    Type.String({
      enum: [...PUBLISH_SIGHTINGS],
      description:
        "Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at",
    }),
  ),
  publishPhotos: Type.Boolean({
    description: "Photos that an editor approved, of accepted reports, are public",
  }),
  finderTexts: texts(2000, 0),
  episodeRules: StudyEpisodeRules,
};
const StudyShape = Type.Object({
  id: Id,
  version: Version,
  ...fields,
  closedAt: nullable(Instant),
  role: oneOf(STUDY_ROLES),
});
const NewStudy = Type.Object(
  {
    name: fields.name,
    description: Type.Optional(fields.description),
    simulated: Type.Optional(fields.simulated),
    public: Type.Optional(fields.public),
    publicDelayHours: Type.Optional(fields.publicDelayHours),
    publicCoarseMetres: Type.Optional(fields.publicCoarseMetres),
    locale: Type.Optional(fields.locale),
    watchRules: Type.Optional(fields.watchRules),
    waterLines: Type.Optional(fields.waterLines),
    corridorMetres: Type.Optional(fields.corridorMetres),
    publishSightings: Type.Optional(fields.publishSightings),
    publishPhotos: Type.Optional(fields.publishPhotos),
    finderTexts: Type.Optional(fields.finderTexts),
    episodeRules: Type.Optional(fields.episodeRules),
    closedAt: Type.Optional(nullable(InstantText)),
  },
  { additionalProperties: false },
);
/** `/studies`: research projects and their rules. */
export const studies: FastifyPluginAsyncTypebox<{ studyStore: StudyStore }> = async (
  app,
  { studyStore },
) => {
  app.get(
    "/studies",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["studies"],
        querystring: Type.Object(pageQuery),
        response: { 200: Type.Array(StudyShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, undefined);
      const rows = await sendPage(
        { request, reply, query: request.query },
        (page) => studyStore.list(scope, page),
        { of: (study: Study) => study.id },
      );
      return rows.map((study) => withRole(study, request.caller));
    },
  );

  app.post(
    "/studies",
    {
      config: { access: "researcher" },
      schema: { tags: ["studies"], body: NewStudy, response: { 201: StudyShape, ...problems } },
    },
    async (request, reply) => {
      const caller = requireKnown(request);
      if (caller.kind === "api-key" && !caller.administrator)
        throw new ProblemError("role-insufficient");
      const defaults = { description: "", simulated: false, public: true, publicDelayHours: 0 };
      const owner = caller.kind === "user" ? caller.id : undefined;
      const study = await studyStore.create({ ...defaults, ...toChanges(request.body) }, owner);
      if (!study) throw nameTaken();
      return reply.status(201).send({ ...study, role: "owner" });
    },
  );

  app.get(
    "/studies/:id",
    {
      config: { access: "researcher" },
      schema: { tags: ["studies"], params: IdParams, response: { 200: StudyShape, ...problems } },
    },
    async (request) => {
      requireRole(request, request.params.id, "viewer");
      return shown(request, request.params.id);
    },
  );

  app.patch(
    "/studies/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["studies"],
        params: IdParams,
        body: Type.Partial(NewStudy),
        response: { 200: StudyShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      requireRole(request, id, "owner");
      const current = () => shown(request, id);
      const study = await edit(request, { kind: "study", id, current }, () =>
        studyStore.update(id, toChanges(request.body)),
      );
      if (!study) throw new ProblemError("not-found");
      if (study === "name-taken") throw nameTaken();
      return withRole(study, request.caller);
    },
  );

  async function shown({ caller }: FastifyRequest, id: number) {
    const study = await studyStore.find(id);
    if (!study) throw new ProblemError("not-found");
    return withRole(study, caller);
  }
};

/** Instants come as text. */
function toChanges<Body extends { readonly closedAt?: string | null }>({
  closedAt,
  ...body
}: Body) {
  return {
    ...body,
    ...(closedAt !== undefined && { closedAt: closedAt === null ? null : new Date(closedAt) }),
  };
}

function nameTaken(): ProblemError {
  return new ProblemError("conflict", { detail: "there is a study with this name" });
}

function withRole(study: Study, caller: Caller): Study & { role: StudyRole } {
  const role = (["owner", "editor"] as const).find((one) => mayIn(caller, study.id, one));
  return { ...study, role: role ?? "viewer" };
}
