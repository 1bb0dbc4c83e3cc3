import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ObjectStore, PictureMaker, Release, ReleaseStore, StudyRole } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { requireRole } from "../caller.ts";
import { keepPicture, MOST_PHOTO_BYTES, PHOTO_TYPES, unreadablePicture } from "../keep-picture.ts";
import { ProblemError } from "../problem.ts";
import { Id, nullable, problems } from "../shapes.ts";

const PhotoParams = Type.Object({ id: Id, n: Type.Integer({ minimum: 1, maximum: 5 }) });
const pixels = nullable(Type.Integer());
const PhotoShape = Type.Object({ n: Type.Integer(), width: pixels, height: pixels });

interface Ports {
  readonly releaseStore: ReleaseStore;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
}

/** `/releases/{id}/photos/{n}`: what the batch looked like. */
export const releasePhotos: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { releaseStore, ...stores },
) => {
  app.addContentTypeParser(
    /^image\//,
    { parseAs: "buffer", bodyLimit: MOST_PHOTO_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.put(
    "/releases/:id/photos/:n",
    {
      bodyLimit: MOST_PHOTO_BYTES,
      config: { access: "researcher" },
      schema: {
        tags: ["releases"],
        params: PhotoParams,
        consumes: PHOTO_TYPES,
        response: { 200: PhotoShape, 201: PhotoShape, ...problems },
      },
    },
    async (request, reply) => {
      const { n } = request.params;
      const { id: releaseId } = await releaseFor(request, "editor");
      if (!Buffer.isBuffer(request.body)) throw unreadablePicture();
      const kept = await keepPicture(`releases/${releaseId}/${n}`, request.body, stores);
      if (!kept) throw unreadablePicture();
      const isNew = await releaseStore.addPhoto({ releaseId, n, ...kept });
      const { width = null, height = null } = kept.size ?? {};
      return reply.status(isNew ? 201 : 200).send({ n, width, height });
    },
  );

  app.get(
    "/releases/:id/photos/:n",
    {
      exposeHeadRoute: false,
      config: { access: "researcher" },
      schema: { tags: ["releases"], params: PhotoParams },
    },
    async (request, reply) => {
      const { id } = await releaseFor(request, "viewer");
      const photo = await releaseStore.findPhoto(id, request.params.n);
      const jpeg = photo?.size && (await stores.objectStore.get(photo.objectKey));
      if (!jpeg) throw new ProblemError("not-found");
      return reply
        .type("image/jpeg")
        .header("cache-control", "private, max-age=3600")
        .send(Buffer.from(jpeg));
    },
  );

  async function releaseFor(
    request: FastifyRequest<{ Params: { id: number } }>,
    role: StudyRole,
  ): Promise<Release> {
    const release = await releaseStore.find(request.params.id);
    if (!release) throw new ProblemError("not-found");
    requireRole(request, release.studyId, role);
    return release;
  }
};
