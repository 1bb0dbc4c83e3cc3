import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type {
  CodecRunner,
  CodecStore,
  RawMessageStore,
  TracedMessage,
  TrackerStore,
} from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { type DecodedAgain, decodeAgain } from "../decode-again.ts";
import { DecodedFixShape } from "../decoded-fix-shape.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, Instant, nullable, oneOf, problems } from "../shapes.ts";

const RawMessageShape = Type.Object({
  id: Type.Integer(),
  protocol: Type.String(),
  uniqueId: nullable(Type.String()),
  trackerId: nullable(Id),
  transport: oneOf(["tcp", "udp", "http", "mqtt"]),
  receivedAt: Instant,
  hex: Type.String({ description: "The bytes exactly as they came" }),
  outcome: oneOf(["pending", "decoded", "undecodable", "unknown-tracker"]),
  reason: nullable(Type.String()),
  codec: nullable(
    Type.Object(
      { id: Id, name: Type.String(), hash: Type.String() },
      { description: "The codec of ours that read its payload, or failed to" },
    ),
  ),
});
const Query = Type.Object({
  ...pageQuery,
  studyId: Type.Optional(Id),
  trackerId: Type.Optional(Id),
  protocol: Type.Optional(Type.String()),
  uniqueId: Type.Optional(Type.String()),
  undecodable: Type.Optional(Type.Boolean()),
});

const DecodedShape = Type.Unsafe<DecodedAgain>(
  Type.Object({
    reason: nullable(Type.String({ description: "Why it cannot be read; null when it can" })),
    fixes: Type.Array(DecodedFixShape),
    codecId: nullable(Id),
    warnings: Type.Array(Type.String()),
  }),
);
/** Codecs wait for one thread: who comes later is sent away, not kept waiting. */
const MOST_AT_ONCE = 8;

interface Ports {
  readonly rawMessageStore: RawMessageStore;
  readonly trackerStore: TrackerStore;
  readonly codecStore: CodecStore;
  readonly codecRunner: CodecRunner;
}

/** `/raw-messages`: the bytes behind every fix, newest first, with what became of them. */
export const rawMessages: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const { rawMessageStore } = ports;
  let atOnce = 0;
  app.get(
    "/raw-messages",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["raw messages"],
        querystring: Query,
        response: { 200: Type.Array(RawMessageShape), ...problems },
      },
    },
    async (request, reply) => {
      const { limit, cursor, studyId, ...filter } = request.query;
      const studies = scopeOf(request, studyId);
      const rows = await sendPage(
        { request, reply, query: { limit, ...(cursor !== undefined && { cursor }) } },
        (page) => rawMessageStore.list({ studies, ...filter }, page),
        { of: (message: TracedMessage) => message.id, shape: Type.Integer() },
      );
      return rows.map(shown);
    },
  );

  app.get(
    "/raw-messages/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["raw messages"],
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        response: { 200: RawMessageShape, ...problems },
      },
    },
    async (request) => {
      const message = await rawMessageStore.find(request.params.id, scopeOf(request, undefined));
      if (!message) throw new ProblemError("not-found");
      return shown(message);
    },
  );

  app.get(
    "/raw-messages/:id/decoded",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["raw messages"],
        description: "What it says to the decoder, settings and codec of today; nothing is kept",
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        response: { 200: DecodedShape, ...problems },
      },
    },
    async (request) => {
      const message = await rawMessageStore.find(request.params.id, scopeOf(request, undefined));
      if (!message) throw new ProblemError("not-found");
      if (atOnce >= MOST_AT_ONCE)
        throw new ProblemError("too-busy", { detail: "many messages are being decoded" });
      atOnce += 1;
      try {
        return await decodeAgain(message, ports);
      } finally {
        atOnce -= 1;
      }
    },
  );
};

function shown({ bytes, ...message }: TracedMessage) {
  return { ...message, hex: Buffer.from(bytes).toString("hex") };
}
