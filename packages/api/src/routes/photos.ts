import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ObjectStore, SightingStore } from "@zpr/ports";
import { ProblemError } from "../problem.ts";
import { requireReader } from "../reports/readers.ts";
import { PhotoParams } from "../reports/sighting-shapes.ts";

interface Ports {
  readonly sightingStore: SightingStore;
  readonly objectStore: ObjectStore;
}

/** Photos of a sighting as researchers see them. */
export const photos: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingStore, objectStore },
) => {
  app.get(
    "/sightings/:id/photos/:n",
    {
      exposeHeadRoute: false,
      config: { access: "researcher" },
      schema: { tags: ["sightings"], params: PhotoParams },
    },
    async (request, reply) => {
      const { id, n } = request.params;
      const sighting = await sightingStore.find(id);
      if (!sighting) throw new ProblemError("not-found");
      requireReader(request, sighting);
      const photo = await sightingStore.findPhoto(id, n);
      if (photo && !photo.size)
        throw new ProblemError("not-found", { detail: "the photo is kept, but not shown yet" });
      const jpeg = photo && (await objectStore.get(photo.objectKey));
      if (!jpeg) throw new ProblemError("not-found");
      return reply
        .type("image/jpeg")
        .header("cache-control", "private, max-age=3600")
        .send(Buffer.from(jpeg));
    },
  );
};
