import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { TrackerStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { wantedFields } from "../command-shapes.ts";
import { wordingFor } from "../command-words.ts";
import { ProblemError } from "../problem.ts";
import { Id, nullable, problems } from "../shapes.ts";

const WordingShape = Type.Object({
  trackerId: Id,
  text: nullable(Type.String({ description: "The words as the tracker would get them" })),
  hex: nullable(Type.String({ description: "The bytes, but for what numbers an instruction" })),
  reason: nullable(Type.String({ description: "Why it cannot be told so; null when it can" })),
});

/** `POST /commands/preview`: how each tracker would be told something, and which cannot be. Nothing is queued. */
export const previewCommands: FastifyPluginAsyncTypebox<{ trackerStore: TrackerStore }> = async (
  app,
  { trackerStore },
) => {
  app.post(
    "/commands/preview",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["commands"],
        body: Type.Object(wantedFields, { additionalProperties: false }),
        response: { 200: Type.Array(WordingShape), ...problems },
      },
    },
    async (request) => {
      const { trackerIds, ...wanted } = request.body;
      return Promise.all(
        trackerIds.map(async (trackerId) => {
          const tracker = await trackerStore.find(trackerId);
          if (!tracker)
            throw new ProblemError("not-found", { detail: `there is no tracker ${trackerId}` });
          requireRole(request, tracker.studyId, "editor");
          const wording = wordingFor(tracker, wanted);
          if (!wording.ok) return { trackerId, text: null, hex: null, reason: wording.reason };
          const hex = Buffer.from(wording.bytes).toString("hex");
          return { trackerId, text: wording.text, hex, reason: null };
        }),
      );
    },
  );
};
