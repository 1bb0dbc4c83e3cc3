import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ItemStore, ObjectStore, SightingStore } from "@zpr/ports";
import { Type } from "typebox";
import { codeOf } from "../asked.ts";
import { ProblemError } from "../problem.ts";
import { sendPhoto } from "../reports/send-photo.ts";
import { PhotoParams } from "../reports/sighting-shapes.ts";
import { CodeParams, Instant, problems } from "../shapes.ts";

const PublicPhotoShape = Type.Object({
  sightingId: PhotoParams.properties.id,
  n: Type.Integer(),
  seenAt: Instant,
  width: Type.Integer(),
  height: Type.Integer(),
  url: Type.String(),
});

interface Ports {
  readonly itemStore: ItemStore;
  readonly sightingStore: SightingStore;
  readonly objectStore: ObjectStore;
}

/** `/items/{code}/photos`: photos that a researcher approved for everybody, in studies that publish photos. */
export const publicPhotos: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { itemStore, sightingStore, objectStore },
) => {
  app.get(
    "/items/:code/photos",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: CodeParams,
        response: { 200: Type.Array(PublicPhotoShape), ...problems },
      },
    },
    async ({ params }) => {
      const code = await codeOf(params.code, itemStore);
      const photos = await sightingStore.publicPhotos(code);
      return photos.map(({ publicId, ...photo }) => ({
        ...photo,
        sightingId: publicId,
        url: `/api/v1/items/${code}/photos/${publicId}/${photo.n}`,
      }));
    },
  );

  app.get(
    "/items/:code/photos/:id/:n",
    {
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: Type.Object({ ...CodeParams.properties, ...PhotoParams.properties }),
      },
    },
    async (request, reply) => {
      const { id, n } = request.params;
      const code = await codeOf(request.params.code, itemStore);
      const approved = await sightingStore.publicPhotos(code);
      const open = approved.find((photo) => photo.publicId === id && photo.n === n);
      const photo = open && (await sightingStore.findPhoto(open.sightingId, n));
      if (!photo) throw new ProblemError("not-found");
      return sendPhoto(photo, { request, reply, objectStore, asShown: true, whose: "public" });
    },
  );
};
