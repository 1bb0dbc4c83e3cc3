import type { ObjectStore, StoredPhoto } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../problem.ts";

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly objectStore: ObjectStore;
  /** Whether what is blurred for others is blurred here. */
  readonly asShown: boolean;
  readonly whose: "public" | "private";
}

/** Sends a photo. Browsers may keep it, but ask each time: what was decided of it counts at once. */
export async function sendPhoto(
  { objectKey, shownKey, version }: StoredPhoto,
  { request, reply, objectStore, asShown, whose }: Exchange,
): Promise<FastifyReply> {
  const key = (asShown ? shownKey : null) ?? objectKey;
  const etag = `"${key.split("/").at(-1)}-${version}"`;
  reply.headers({ etag, "cache-control": `${whose}, no-cache` });
  if (request.headers["if-none-match"] === etag) return reply.status(304).send();
  const jpeg = await objectStore.get(key);
  if (!jpeg) throw new ProblemError("not-found");
  return reply.type("image/jpeg").send(Buffer.from(jpeg));
}
