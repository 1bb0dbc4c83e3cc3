import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Caller, mayBring, type Source, type SourceStore } from "@zpr/ports";
import {
  type Push,
  type PushAnswer,
  type PushProtocol,
  pushProtocolNamed,
  type Unpacked,
} from "@zpr/protocols";
import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Door } from "../caller.ts";
import { ProblemError } from "../problem.ts";
import { problems } from "../shapes.ts";

const MOST_BYTES = 1024 * 1024;

/** Keeps what was pushed, whether it can be unpacked or not; resolves once it is durable. */
export type KeepPush = (pushed: Pushed) => Promise<Unpacked>;

interface Pushed {
  readonly protocol: PushProtocol;
  readonly transport: "http";
  readonly push: Push;
  readonly body: Buffer;
}

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
      const answer = await answerTo({ protocol, transport: "http", push, body });
      if (!answer) return reply.status(204).send(null);
      return reply.type(answer.contentType).send(answer.body);
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

  /** What is said once all is safe with us; of what is not, a problem where the service knows no other words. */
  async function answerTo(pushed: Pushed): Promise<PushAnswer | undefined> {
    const { protocol, push, body } = pushed;
    const outcome = await kept(pushed, keepPush, app.log);
    if (!(outcome instanceof ProblemError)) return outcome.answer;
    const refusal = protocol.refusal?.(body, push, outcome.message);
    if (!refusal) throw outcome;
    return refusal;
  }

  function pushOf({
    headers,
    query,
  }: FastifyRequest<{ Querystring: Record<string, string> }>): Push {
    const { key: _, ...rest } = query;
    return { receivedAt: now(), contentType: headers["content-type"] ?? "", query: rest };
  }
};

async function kept(
  pushed: Pushed,
  keepPush: KeepPush,
  log: Pick<FastifyBaseLogger, "error">,
): Promise<Extract<Unpacked, { readonly ok: true }> | ProblemError> {
  try {
    const unpacked = await keepPush(pushed);
    if (unpacked.ok) return unpacked;
    const detail = `${unpacked.reason}; the body is kept and can be read later`;
    return new ProblemError("request-invalid", { detail });
  } catch (error) {
    log.error(error);
    return new ProblemError("not-ready", { detail: "it could not be kept; push it again" });
  }
}
