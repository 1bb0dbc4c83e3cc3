import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { COMMAND_STATUSES, type Command, type CommandStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireKnown, requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, nullable, oneOf, problems } from "../shapes.ts";

/** An instruction as it is shown. */
export const CommandShape = Type.Object({
  id: Type.Integer(),
  studyId: Id,
  trackerId: Id,
  action: nullable(Type.Record(Type.String(), Type.Unknown())),
  text: Type.String({ description: "The words as the tracker gets them" }),
  priority: Type.Integer(),
  status: oneOf(COMMAND_STATUSES),
  attempts: Type.Integer({ description: "How often it was sent" }),
  maxAttempts: Type.Integer(),
  expiresAt: nullable(Instant),
  createdAt: Instant,
  createdBy: Type.String(),
  answer: nullable(Type.String({ description: "What the tracker said" })),
});
const StepShape = Type.Object({
  at: Instant,
  status: Type.String(),
  note: Type.String(),
  hex: nullable(Type.String({ description: "The bytes that went out or came back" })),
});

/** `/commands`: instructions to trackers, from the queue to the tracker's own answer. */
export const commands: FastifyPluginAsyncTypebox<{
  commandStore: CommandStore;
}> = async (app, { commandStore }) => {
  app.get(
    "/commands",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["commands"],
        querystring: Type.Object({
          ...pageQuery,
          studyId: Type.Optional(Id),
          trackerId: Type.Optional(Id),
          status: Type.Optional(oneOf(COMMAND_STATUSES)),
        }),
        response: { 200: Type.Array(CommandShape), ...problems },
      },
    },
    async (request, reply) => {
      const { limit, cursor, studyId, ...filter } = request.query;
      const studies = scopeOf(request, studyId);
      return sendPage(
        { request, reply, query: { limit, ...(cursor !== undefined && { cursor }) } },
        (page) => commandStore.list({ studies, ...filter }, page),
        { of: (command: Command) => command.id },
      );
    },
  );

  app.get(
    "/commands/:id",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["commands"],
        params: IdParams,
        response: {
          200: Type.Intersect([CommandShape, Type.Object({ steps: Type.Array(StepShape) })]),
          ...problems,
        },
      },
    },
    async (request) => {
      const command = await find(request, request.params.id, "viewer");
      const steps = await commandStore.steps(command.id);
      return {
        ...command,
        steps: steps.map(({ bytes, ...step }) => ({
          ...step,
          hex: bytes && Buffer.from(bytes).toString("hex"),
        })),
      };
    },
  );

  app.post(
    "/commands/:id/cancel",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["commands"],
        params: IdParams,
        response: { 200: CommandShape, ...problems },
      },
    },
    async (request) => {
      const { id } = await find(request, request.params.id, "editor");
      const cancelled = await commandStore.cancel(id, requireKnown(request).name);
      if (cancelled === "too-late")
        throw new ProblemError("conflict", { detail: "the command has come to its end already" });
      return cancelled;
    },
  );

  async function find(
    request: FastifyRequest,
    id: number,
    role: "viewer" | "editor",
  ): Promise<Command> {
    const command = await commandStore.find(id);
    if (!command) throw new ProblemError("not-found");
    requireRole(request, command.studyId, role);
    return command;
  }
};
