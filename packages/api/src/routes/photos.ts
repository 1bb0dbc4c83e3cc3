import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ObjectStore, SightingStore } from "@zpr/ports";
import { Type } from "typebox";
import { ProblemError } from "../problem.ts";
import { edits, requireReader } from "../reports/readers.ts";
import { sendPhoto } from "../reports/send-photo.ts";
import { PhotoParams } from "../reports/sighting-shapes.ts";

interface Ports {
  readonly sightingStore: SightingStore;
  readonly objectStore: ObjectStore;
}

/** Photos of a sighting as researchers see them: editors as they are, others as they were decided to be shown. */
export const photos: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingStore, objectStore },
) => {
  app.get(
    "/sightings/:id/photos/:n",
    {
      exposeHeadRoute: false,
      config: { access: "researcher" },
      schema: {
        tags: ["sightings"],
        params: PhotoParams,
        querystring: Type.Object({
          shown: Type.Optional(
            Type.Boolean({ description: "As others than editors see it, with what is blurred" }),
          ),
        }),
      },
    },
    async (request, reply) => {
      const { id, n } = request.params;
      const sighting = await sightingStore.find(id);
      if (!sighting) throw new ProblemError("not-found");
      requireReader(request, sighting);
      const photo = await sightingStore.findPhoto(id, n);
      if (photo && !photo.size)
        throw new ProblemError("not-found", { detail: "the photo is kept, but not shown yet" });
      const isEditor = edits(request.caller, sighting);
      if (!photo || (photo.hidden && !isEditor)) throw new ProblemError("not-found");
      const asShown = !isEditor || request.query.shown === true;
      return sendPhoto(photo, { request, reply, objectStore, asShown, whose: "private" });
    },
  );
};
