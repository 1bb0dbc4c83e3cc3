import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { openTideDatabase } from "@zpr/analytics";
import type { WaterLevelStore } from "@zpr/ports";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, nullable, problems } from "../shapes.ts";
import { LagsShape, NewLags } from "../water-level-shapes.ts";

const tags = ["rivers"];
const config = { access: "researcher" } as const;

/** `/studies/{id}/tide-lags`: by how much high water comes later up the river, where nothing predicts it. */
export const tideLags: FastifyPluginAsyncTypebox<{
  readonly waterLevelStore: WaterLevelStore;
}> = async (app, { waterLevelStore }) => {
  const current = async (studyId: number) => (await waterLevelStore.lags(studyId)) ?? null;

  app.get(
    "/studies/:id/tide-lags",
    {
      config,
      schema: { tags, params: IdParams, response: { 200: nullable(LagsShape), ...problems } },
    },
    (request) => {
      requireRole(request, request.params.id, "viewer");
      return current(request.params.id);
    },
  );

  app.put(
    "/studies/:id/tide-lags",
    {
      config,
      schema: {
        tags,
        summary: "Sets the lags of a study; none takes them away",
        params: IdParams,
        body: NewLags,
        response: { 200: nullable(LagsShape), ...problems },
      },
    },
    async (request) => {
      const { id: studyId } = request.params;
      requireRole(request, studyId, "editor");
      const { station } = request.body;
      const lags = request.body.lags.toSorted(([a], [b]) => a - b);
      if (lags.some(([kilometre], at) => kilometre === lags[at + 1]?.[0]))
        throw new ProblemError("request-invalid", { detail: "two lags have the same kilometre" });
      if (!(await isStation(station, studyId)))
        throw new ProblemError("request-invalid", {
          detail: `there is no station ${JSON.stringify(station)} that this study may use`,
        });
      const edited = {
        kind: "tide-lags",
        id: studyId,
        current: () => waterLevelStore.lags(studyId),
      };
      const kept = await edit(request, edited, () =>
        waterLevelStore.setLags({ studyId, station, lags }),
      );
      return kept ?? null;
    },
  );

  async function isStation(station: string, studyId: number): Promise<boolean> {
    const id = /^series\/(\d{1,9})$/.exec(station)?.[1];
    if (id !== undefined) return (await waterLevelStore.find(Number(id)))?.studyId === studyId;
    return (await openTideDatabase()).station(station) !== undefined;
  }
};
