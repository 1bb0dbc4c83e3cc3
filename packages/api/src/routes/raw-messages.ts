import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { RawMessageStore, TracedMessage } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, Instant, nullable, oneOf, problems } from "../shapes.ts";

const RawMessageShape = Type.Object({
  id: Type.Integer(),
  protocol: Type.String(),
  uniqueId: nullable(Type.String()),
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

/** `/raw-messages`: the bytes behind every fix, newest first, with what became of them. */
export const rawMessages: FastifyPluginAsyncTypebox<{ rawMessageStore: RawMessageStore }> = async (
  app,
  { rawMessageStore },
) => {
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
        { of: (message: TracedMessage) => message.id },
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
};

function shown({ bytes, ...message }: TracedMessage) {
  return { ...message, hex: Buffer.from(bytes).toString("hex") };
}
