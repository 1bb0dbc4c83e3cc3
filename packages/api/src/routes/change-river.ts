import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { turned } from "@zpr/analytics";
import type { River, RiverStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { refuse, soundDrawing, surveyDrawn } from "../draw-river.ts";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import { toRiver } from "../river-features.ts";
import { drawingFields, RiverShape } from "../river-shapes.ts";
import { Id, IdParams, problems } from "../shapes.ts";

/** An atlas' centre lines of a whole basin are a few megabytes. */
export const MOST_BYTES = 20_000_000;
const tags = ["rivers"];
const config = { access: "researcher" } as const;

/** Changes of one river: drawn anew, a line turned round, taken away. */
export const changeRiver: FastifyPluginAsyncTypebox<{ riverStore: RiverStore }> = async (
  app,
  { riverStore },
) => {
  app.put(
    "/rivers/:id",
    {
      config,
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        params: IdParams,
        body: Type.Object(drawingFields, { additionalProperties: false }),
        response: { 200: RiverShape, ...problems },
      },
    },
    async (request) => {
      const { id } = await editable(request, riverStore);
      const surveyed = surveyDrawn(request.body);
      refuse(surveyed.problems);
      const drawing = soundDrawing(surveyed.drawing);
      return redraw(request, id, { name: request.body.name, ...drawing });
    },
  );

  app.post(
    "/rivers/:id/lines/:number/reverse",
    {
      config,
      schema: {
        tags,
        summary: "Turns one line round; the river is surveyed again, without a mouth given",
        params: Type.Object({ id: Id, number: Type.Integer({ minimum: 0 }) }),
        response: { 200: RiverShape, ...problems },
      },
    },
    async (request) => {
      const river = await editable(request, riverStore);
      const { number } = request.params;
      if (!river.lines[number]) throw new ProblemError("not-found");
      const lines = river.lines.map((line, at) => (at === number ? turned(line) : line));
      const drawing = soundDrawing({ ...drawingOf(river), lines, mouth: null });
      return redraw(request, river.id, drawing);
    },
  );

  app.delete(
    "/rivers/:id",
    { config, schema: { tags, params: IdParams, response: { 204: Type.Null(), ...problems } } },
    async (request, reply) => {
      const { id } = await editable(request, riverStore);
      await edit(request, edited(id), () => riverStore.remove(id));
      return reply.status(204).send(null);
    },
  );

  type Changes = Parameters<RiverStore["redraw"]>[1];
  async function redraw(request: FastifyRequest, id: number, changes: Changes) {
    const river = await edit(request, edited(id), () => riverStore.redraw(id, changes));
    if (river === "name-taken") throw nameTaken();
    if (!river) throw new ProblemError("not-found");
    return toRiver(river);
  }

  function edited(id: number) {
    const current = async () => {
      const river = await riverStore.find(id);
      return river && toRiver(river);
    };
    return { kind: "river", id, current };
  }
};

/** The river that a request is about, for those who may change it. */
export async function editable(
  request: FastifyRequest<{ Params: { id: number } }>,
  riverStore: RiverStore,
): Promise<River> {
  const river = await riverStore.find(request.params.id);
  if (!river) throw new ProblemError("not-found");
  requireRole(request, river.studyId, "editor");
  return river;
}

function drawingOf({ lines, water, mouth, origin }: River) {
  return { lines, water, mouth, origin };
}

/** The problem of a second river of one name. */
export function nameTaken(): ProblemError {
  return new ProblemError("conflict", { detail: "the study has a river with this name" });
}
