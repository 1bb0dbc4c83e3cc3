import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type {
  Meter,
  ObjectStore,
  PhotoName,
  PhotoUploads,
  PictureMaker,
  SightingStore,
  StoredPhoto,
} from "@zpr/ports";
import type { FastifyReply } from "fastify";
import { type Static, Type } from "typebox";
import { keepPicture, MOST_PHOTO_BYTES, PHOTO_TYPES, unreadablePicture } from "../keep-picture.ts";
import { ProblemError } from "../problem.ts";
import { pieceRange } from "../reports/photo-piece.ts";
import { type ReportLimits, refuseFlood } from "../reports/report-limits.ts";
import { PhotoParams } from "../reports/sighting-shapes.ts";
import { nullable, problems } from "../shapes.ts";

const pixels = nullable(
  Type.Integer({ description: "pixels; null while the photo is kept and cannot be shown yet" }),
);
const PhotoShape = Type.Object({ n: Type.Integer(), width: pixels, height: pixels });
const PieceShape = Type.Object({
  n: Type.Integer(),
  receivedBytes: Type.Integer(),
  totalBytes: Type.Integer(),
});

interface Ports {
  readonly sightingStore: SightingStore;
  readonly photoUploads: PhotoUploads;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
  readonly limits: ReportLimits;
  readonly meter: Meter;
  readonly now: () => Date;
}

/** Photos of a sighting on their way in, from its finder, who alone knows its id. */
export const takePhotos: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { sightingStore, photoUploads, limits, now } = ports;
  app.addContentTypeParser(
    /^image\//,
    { parseAs: "buffer", bodyLimit: MOST_PHOTO_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.put(
    "/sightings/:id/photos/:n",
    {
      bodyLimit: MOST_PHOTO_BYTES,
      config: { access: "public" },
      schema: {
        tags: ["public"],
        description:
          "A photo at once, or by Content-Range in pieces, each after the one before: 202 until the last is there. HEAD tells in Upload-Offset where to go on.",
        params: PhotoParams,
        headers: Type.Object({ "content-range": Type.Optional(Type.String()) }),
        consumes: PHOTO_TYPES,
        response: { 200: PhotoShape, 201: PhotoShape, 202: PieceShape, ...problems },
      },
    },
    async ({ params: { id, n }, body, headers, ip }, reply) => {
      await refuseFlood(limits, ip);
      if (!(await sightingStore.find(id))) throw new ProblemError("not-found");
      if (!Buffer.isBuffer(body)) throw unreadablePicture();
      const photo = { sightingId: id, n };
      const size = { bodyBytes: body.length, mostBytes: MOST_PHOTO_BYTES };
      const range = pieceRange(headers["content-range"], size);
      if (!range) return sayKept(reply, await keepPhoto(photo, body, ports));
      const receivedBytes = await photoUploads.add({ ...photo, ...range, bytes: body }, now());
      reply.header("upload-offset", receivedBytes);
      if (receivedBytes !== range.start + body.length) throw outOfOrder(receivedBytes);
      if (receivedBytes < range.total)
        return reply.status(202).send({ n, receivedBytes, totalBytes: range.total });
      return sayKept(reply, await keepPhoto(photo, await photoUploads.bytes(photo), ports));
    },
  );

  app.head(
    "/sightings/:id/photos/:n",
    { config: { access: "public" }, schema: { tags: ["public"], params: PhotoParams } },
    async ({ params: { id, n } }, reply) => {
      if (!(await sightingStore.find(id))) throw new ProblemError("not-found");
      const isThere = (await sightingStore.findPhoto(id, n)) !== undefined;
      const offset = await photoUploads.received({ sightingId: id, n });
      return reply
        .headers({
          "upload-offset": offset,
          "upload-complete": isThere && offset === 0 ? "?1" : "?0",
          "cache-control": "no-store",
        })
        .send();
    },
  );
};

interface KeptPhoto {
  readonly isNew: boolean;
  readonly said: Static<typeof PhotoShape>;
}

function sayKept(reply: FastifyReply, { isNew, said }: KeptPhoto): FastifyReply {
  return reply.status(isNew ? 201 : 200).send(said);
}

/** Keeps a photo, cleaned; one that cannot be decoded as it came, for nobody to see. None takes the place of one that somebody decided about. */
async function keepPhoto(
  photo: PhotoName,
  bytes: Uint8Array,
  { sightingStore, photoUploads, meter, ...stores }: Ports,
): Promise<KeptPhoto> {
  const { sightingId, n } = photo;
  const known = await sightingStore.findPhoto(sightingId, n);
  if (known?.checked) {
    meter.tally("report-photos", { outcome: "again" });
    await photoUploads.discard(photo);
    return { isNew: false, said: saidOf(n, known.size) };
  }
  const kept = await keepPicture(`sightings/${sightingId}/${n}`, bytes, stores);
  if (!kept) {
    meter.tally("report-photos", { outcome: "unreadable" });
    await photoUploads.discard(photo);
    throw unreadablePicture();
  }
  const { size } = kept;
  const isNew = await sightingStore.addPhoto({ ...photo, ...kept });
  meter.tally("report-photos", { outcome: isNew ? "new" : "again" });
  await photoUploads.discard(photo);
  return { isNew, said: saidOf(n, size) };
}

function saidOf(n: number, size: StoredPhoto["size"]): Static<typeof PhotoShape> {
  return { n, width: size?.width ?? null, height: size?.height ?? null };
}

function outOfOrder(received: number): ProblemError {
  return new ProblemError("conflict", { detail: `go on from byte ${received}` });
}
