import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { River, RiverStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { refuse, soundDrawing, surveyDrawn } from "../draw-river.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { toRiver, toRiverGeoJson } from "../river-features.ts";
import { drawingFields, RiverGeoJsonShape, RiverShape, SurveyShape } from "../river-shapes.ts";
import { Id, IdParams, problems } from "../shapes.ts";
import { changeRiver, MOST_BYTES, nameTaken } from "./change-river.ts";

const strict = { additionalProperties: false };
const tags = ["rivers"];
const config = { access: "researcher" } as const;

/** `/rivers`: centre lines with kilometres, surveyed before they are kept. */
export const rivers: FastifyPluginAsyncTypebox<{ riverStore: RiverStore }> = async (
  app,
  { riverStore },
) => {
  await app.register(readRivers, { riverStore });
  await app.register(changeRiver, { riverStore });

  app.post(
    "/rivers/survey",
    {
      config,
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        summary:
          "What a drawing would come to: direction, length and kilometres of each line, and what is wrong",
        body: Type.Object(drawingFields, strict),
        response: { 200: SurveyShape, ...problems },
      },
    },
    async ({ body }) => {
      const { drawing, lines, problems: found } = surveyDrawn(body);
      return { lines: [...lines], waterPolygons: drawing.water.length, problems: found };
    },
  );

  app.post(
    "/rivers",
    {
      config,
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        body: Type.Object({ studyId: Id, ...drawingFields }, strict),
        response: { 201: RiverShape, ...problems },
      },
    },
    async (request, reply) => {
      const { studyId, ...drawn } = request.body;
      requireRole(request, studyId, "editor");
      const surveyed = surveyDrawn(drawn);
      refuse(surveyed.problems);
      const drawing = soundDrawing(surveyed.drawing);
      const river = await riverStore.create({ studyId, name: drawn.name, ...drawing });
      if (!river) throw nameTaken();
      return reply.status(201).send(toRiver(river));
    },
  );
};

const readRivers: FastifyPluginAsyncTypebox<{ riverStore: RiverStore }> = async (
  app,
  { riverStore },
) => {
  app.get(
    "/rivers",
    {
      config,
      schema: {
        tags,
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(RiverShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      const found = await sendPage(
        { request, reply, query: request.query },
        (page) => riverStore.list(scope, page),
        { of: (river: River) => river.id },
      );
      return found.map(toRiver);
    },
  );

  app.get(
    "/rivers/:id",
    {
      config,
      schema: {
        tags,
        summary: "One river as GeoJSON",
        params: IdParams,
        response: { 200: RiverGeoJsonShape, ...problems },
      },
    },
    async (request) => {
      const river = await riverStore.find(request.params.id);
      if (!river) throw new ProblemError("not-found");
      requireRole(request, river.studyId, "viewer");
      return toRiverGeoJson(river);
    },
  );
};
