import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ObjectStore, PictureMaker, SightingStore } from "@zpr/ports";
import { Type } from "typebox";
import { ProblemError } from "../problem.ts";
import { requireReader } from "../reports/readers.ts";
import { problems } from "../shapes.ts";

const MAX_BYTES = 15 * 1024 * 1024;
const Params = Type.Object({
  id: Type.String({ format: "uuid" }),
  n: Type.Integer({ minimum: 1, maximum: 5 }),
});
const PhotoShape = Type.Object({
  n: Type.Integer(),
  width: Type.Integer({ description: "pixels" }),
  height: Type.Integer({ description: "pixels" }),
});

interface Ports {
  readonly sightingStore: SightingStore;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
}

/** Photos of a sighting: sent by its finder, who alone knows its id; seen by researchers. */
export const photos: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { sightingStore, objectStore, pictureMaker },
) => {
  app.addContentTypeParser(
    /^image\//,
    { parseAs: "buffer", bodyLimit: MAX_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.put(
    "/sightings/:id/photos/:n",
    {
      bodyLimit: MAX_BYTES,
      config: { access: "public" },
      schema: {
        tags: ["public"],
        params: Params,
        consumes: ["image/jpeg", "image/png", "image/webp"],
        response: { 200: PhotoShape, 201: PhotoShape, ...problems },
      },
    },
    async ({ params: { id, n }, body }, reply) => {
      if (!(await sightingStore.find(id))) throw new ProblemError("not-found");
      const picture = Buffer.isBuffer(body) ? await pictureMaker.clean(body) : undefined;
      if (!picture)
        throw new ProblemError("photo-unreadable", {
          detail: "send JPEG, PNG or WebP of at most 15 MB",
        });
      const objectKey = `sightings/${id}/${n}.jpg`;
      await objectStore.put(objectKey, picture.jpeg);
      const photo = { n, width: picture.width, height: picture.height };
      const isNew = await sightingStore.addPhoto({ ...photo, sightingId: id, objectKey });
      return reply.status(isNew ? 201 : 200).send(photo);
    },
  );

  app.get(
    "/sightings/:id/photos/:n",
    { config: { access: "researcher" }, schema: { tags: ["sightings"], params: Params } },
    async (request, reply) => {
      const { id, n } = request.params;
      const sighting = await sightingStore.find(id);
      if (!sighting) throw new ProblemError("not-found");
      requireReader(request, sighting);
      const photo = await sightingStore.findPhoto(id, n);
      const jpeg = photo && (await objectStore.get(photo.objectKey));
      if (!jpeg) throw new ProblemError("not-found");
      return reply
        .type("image/jpeg")
        .header("cache-control", "private, max-age=3600")
        .send(Buffer.from(jpeg));
    },
  );
};
