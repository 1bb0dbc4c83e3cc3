import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { CodecStore, Tracker, TrackerStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, problems } from "../shapes.ts";
import { WatchRulesShape } from "../watch-shapes.ts";
import { fields, TrackerShape } from "./trackers.ts";

const Changes = Type.Object(
  {
    name: Type.Optional(fields.name),
    model: Type.Optional(fields.model),
    intervalSeconds: Type.Optional(fields.intervalSeconds),
    settings: Type.Optional(
      Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
        description: "By the protocol's own names, see docs/protocols; replaces what was set",
      }),
    ),
    watchRules: Type.Optional(WatchRulesShape),
    codecId: Type.Optional(
      Type.Union([Id, Type.Null()], {
        description: "A codec of its study; null leaves its payloads to its network's codec",
      }),
    ),
  },
  { additionalProperties: false },
);

/** `PATCH /trackers/{id}`: its name, and what its decoder and its instructions need to know. */
export const changeTracker: FastifyPluginAsyncTypebox<{
  trackerStore: TrackerStore;
  codecStore: CodecStore;
}> = async (app, { trackerStore, codecStore }) => {
  app.patch(
    "/trackers/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        params: IdParams,
        body: Changes,
        response: { 200: TrackerShape, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const tracker = await trackerStore.find(id);
      if (!tracker) throw new ProblemError("not-found");
      requireRole(request, tracker.studyId, "editor");
      await requireOwnCodec(tracker, request.body.codecId ?? null);
      const current = () => trackerStore.find(id);
      const changed = await edit(request, { kind: "tracker", id, current }, () =>
        trackerStore.change(id, request.body),
      );
      if (!changed) throw new ProblemError("not-found");
      return changed;
    },
  );

  async function requireOwnCodec({ studyId }: Tracker, codecId: number | null): Promise<void> {
    if (codecId === null) return;
    const codec = await codecStore.find(codecId);
    if (codec?.studyId !== studyId)
      throw new ProblemError("request-invalid", { detail: `its study has no codec ${codecId}` });
  }
};
