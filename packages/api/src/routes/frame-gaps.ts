import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type CountedFrame, type FrameGaps, frameGaps } from "@zpr/analytics";
import type { FixFilter, FixStore, TrackerStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { IdParams, Instant, InstantText, problems } from "../shapes.ts";

const PAGE = 1000;

const GapsShape = Type.Unsafe<FrameGaps>(
  Type.Object({
    received: Type.Integer({ description: "Frames received, each once" }),
    missing: Type.Integer({ description: "Frames sent, going by the counter, that never came" }),
    gaps: Type.Array(
      Type.Object({
        after: Instant,
        before: Instant,
        firstMissing: Type.Integer(),
        lastMissing: Type.Integer(),
        missing: Type.Integer(),
      }),
    ),
    restarts: Type.Array(Instant, { description: "When the counter began again" }),
  }),
);

/** `GET /trackers/{id}/frame-gaps`: which of a LoRaWAN device's frames never came. */
export const frameGapsOfTrackers: FastifyPluginAsyncTypebox<{
  fixStore: FixStore;
  trackerStore: TrackerStore;
}> = async (app, { fixStore, trackerStore }) => {
  app.get(
    "/trackers/:id/frame-gaps",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["trackers"],
        params: IdParams,
        querystring: Type.Object({
          from: Type.Optional(InstantText),
          to: Type.Optional(InstantText),
        }),
        response: { 200: GapsShape, ...problems },
      },
    },
    async (request) => {
      const tracker = await trackerStore.find(request.params.id);
      if (!tracker) throw new ProblemError("not-found");
      requireRole(request, tracker.studyId, "viewer");
      const { from, to } = request.query;
      const filter: FixFilter = {
        studies: [tracker.studyId],
        trackerId: tracker.id,
        ...(from !== undefined && { from: new Date(from) }),
        ...(to !== undefined && { to: new Date(to) }),
      };
      return frameGaps(await countedFrames(fixStore, filter));
    },
  );
};

async function countedFrames(
  fixStore: FixStore,
  filter: FixFilter,
): Promise<readonly CountedFrame[]> {
  const frames: CountedFrame[] = [];
  let after: string | undefined;
  for (;;) {
    const fixes = await fixStore.list(filter, { after, limit: PAGE });
    for (const { time, attributes } of fixes) {
      const { frameCounter } = attributes;
      if (typeof frameCounter === "number") frames.push({ time, frameCounter });
    }
    after = fixes.at(-1)?.id;
    if (fixes.length < PAGE) return frames;
  }
}
