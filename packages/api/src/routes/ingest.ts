import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Caller, mayBring, type Source, type SourceStore } from "@zpr/ports";
import { type Push, type PushProtocol, pushProtocolNamed, type Unpacked } from "@zpr/protocols";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Door } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { problems } from "../shapes.ts";

const MOST_BYTES = 1024 * 1024;

/** Keeps what was pushed, whether it can be unpacked or not; resolves once it is durable. */
export type KeepPush = (pushed: {
  readonly protocol: PushProtocol;
  readonly transport: "http";
  readonly push: Push;
  readonly body: Buffer;
}) => Promise<Unpacked>;

const Params = Type.Object({ protocol: Type.String(), source: Type.String() });
const Query = Type.Record(Type.String(), Type.String());

/** `/ingest/v1/{protocol}/{source}`: where networks and services push messages of trackers. */
export const ingest: FastifyPluginAsyncTypebox<{
  sourceStore: SourceStore;
  keepPush: KeepPush;
  door: Door;
  now: () => Date;
}> = async (app, { sourceStore, keepPush, door, now }) => {
  // The bytes are kept as they came, so nobody reads them before.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "*",
    { parseAs: "buffer", bodyLimit: MOST_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.post(
    "/:protocol/:source",
    {
      config: { access: "public" },
      bodyLimit: MOST_BYTES,
      schema: {
        tags: ["ingest"],
        description:
          "Authenticated by an API key of scope ingest of the source's study: Authorization: Bearer or Basic, X-Zpr-Key, or ?key=",
        params: Params,
        querystring: Query,
        response: { 200: Type.String(), 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const protocol = pushProtocolNamed(request.params.protocol);
      const source = await sourceStore.named(request.params.protocol, request.params.source);
      const caller = await bringer(request);
      if (!protocol || !source || !mayBring(caller, source.studyId))
        throw new ProblemError(caller.kind === "anonymous" ? "sign-in-required" : "not-found");
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const push = pushOf(request);
      await refuseForeign(source, protocol.unpack(body, push));
      const unpacked = await kept({ protocol, transport: "http", push, body });
      if (!unpacked.ok)
        throw new ProblemError("request-invalid", {
          detail: `${unpacked.reason}; the body is kept and can be read later`,
        });
      if (!unpacked.answer) return reply.status(204).send(null);
      return reply.type(unpacked.answer.contentType).send(unpacked.answer.body);
    },
  );

  /** Who pushes: some services can set no header of their own choice. */
  async function bringer(
    request: FastifyRequest<{ Querystring: Record<string, string> }>,
  ): Promise<Caller> {
    const key = request.headers["x-zpr-key"] ?? request.query["key"];
    if (typeof key !== "string") return request.caller;
    const caller = await door.authenticate({ headers: { authorization: `Bearer ${key}` } });
    if (!caller) throw new ProblemError("credentials-invalid");
    return caller;
  }

  /** Nobody speaks for the trackers of another study. */
  async function refuseForeign(source: Source, unpacked: Unpacked): Promise<void> {
    if (!unpacked.ok) return;
    const foreign = await sourceStore.foreign(
      source,
      unpacked.messages.map(({ uniqueId }) => uniqueId),
    );
    if (foreign.length > 0)
      throw new ProblemError("role-insufficient", {
        detail: `registered in another study than this source's: ${foreign.join(", ")}`,
      });
  }

  async function kept(pushed: Parameters<KeepPush>[0]): Promise<Unpacked> {
    try {
      return await keepPush(pushed);
    } catch (error) {
      app.log.error(error);
      throw new ProblemError("not-ready", { detail: "it could not be kept; push it again" });
    }
  }

  function pushOf({
    headers,
    query,
  }: FastifyRequest<{ Querystring: Record<string, string> }>): Push {
    const { key: _, ...rest } = query;
    return { receivedAt: now(), contentType: headers["content-type"] ?? "", query: rest };
  }
};
