import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { readLevels } from "@zpr/analytics";
import type { WaterLevelSeries, WaterLevelStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, InstantText, problems } from "../shapes.ts";
import { LevelsShape, NewSeries, SeriesShape } from "../water-level-shapes.ts";

const tags = ["rivers"];
const config = { access: "researcher" } as const;
/** A year of minutes is some fifteen megabytes. */
const MOST_BYTES = 21_000_000;
/** More than a plot has pixels. */
const MOST_LEVELS = 5000;

interface Ports {
  readonly waterLevelStore: WaterLevelStore;
}

/** `/water-levels`: levels that somebody measured, which then tell the tide near by. */
export const waterLevels: FastifyPluginAsyncTypebox<Ports> = async (app, { waterLevelStore }) => {
  await app.register(readWaterLevels, { waterLevelStore });

  app.post(
    "/water-levels",
    {
      config,
      bodyLimit: MOST_BYTES,
      schema: { tags, body: NewSeries, response: { 201: SeriesShape, ...problems } },
    },
    async (request, reply) => {
      const { csv, ...series } = request.body;
      requireRole(request, series.studyId, "editor");
      const { levels, problems: found } = readLevels(csv);
      if (found.length > 0)
        throw new ProblemError("water-levels-invalid", {
          detail: found.map(({ kind, line }) => `line ${line}: ${kind}`).join("; "),
          levelProblems: found,
        });
      const made = await waterLevelStore.create(series, levels);
      if (!made)
        throw new ProblemError("conflict", { detail: "the study has a series with this name" });
      return reply.status(201).send(made);
    },
  );

  app.delete(
    "/water-levels/:id",
    { config, schema: { tags, params: IdParams, response: { 204: Type.Null(), ...problems } } },
    async (request, reply) => {
      const { id } = await seriesFor(request, waterLevelStore, "editor");
      const current = () => waterLevelStore.find(id);
      await edit(request, { kind: "water-level-series", id, current }, () =>
        waterLevelStore.remove(id),
      );
      return reply.status(204).send(null);
    },
  );
};

const readWaterLevels: FastifyPluginAsyncTypebox<Ports> = async (app, { waterLevelStore }) => {
  app.get(
    "/water-levels",
    {
      config,
      schema: {
        tags,
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(SeriesShape), ...problems },
      },
    },
    (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      return sendPage(
        { request, reply, query: request.query },
        (page) => waterLevelStore.list(scope, page),
        { of: (series: WaterLevelSeries) => series.id },
      );
    },
  );

  app.get(
    "/water-levels/:id/levels",
    {
      config,
      schema: {
        tags,
        params: IdParams,
        querystring: Type.Object({ from: InstantText, to: InstantText }),
        response: { 200: LevelsShape, ...problems },
      },
    },
    async (request) => {
      const { id } = await seriesFor(request, waterLevelStore, "viewer");
      const { from, to } = request.query;
      const levels = await waterLevelStore.levels(id, new Date(from), new Date(to));
      const every = Math.ceil(levels.length / MOST_LEVELS);
      return levels
        .filter((_, at) => at % every === 0)
        .map(({ time, levelMetres }) => ({
          time: new Date(time),
          levelMetres: Math.round(levelMetres * 1000) / 1000,
        }));
    },
  );
};

async function seriesFor(
  request: FastifyRequest<{ Params: { id: number } }>,
  store: WaterLevelStore,
  role: "viewer" | "editor",
): Promise<WaterLevelSeries> {
  const series = await store.find(request.params.id);
  if (!series) throw new ProblemError("not-found");
  requireRole(request, series.studyId, role);
  return series;
}
