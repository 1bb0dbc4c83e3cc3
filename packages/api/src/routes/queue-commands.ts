import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { CommandStore, KnownCaller, Tracker, TrackerStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { wantedFields } from "../command-shapes.ts";
import { wordsFor } from "../command-words.ts";
import { ProblemError } from "../problem.ts";
import { InstantText, nullable, problems } from "../shapes.ts";
import { CommandShape } from "./commands.ts";

const MOST_ATTEMPTS = 100;

const NewCommands = Type.Object(
  {
    ...wantedFields,
    priority: Type.Optional(
      Type.Integer({
        minimum: -100,
        maximum: 100,
        description: "Higher goes first; 0 when absent",
      }),
    ),
    expiresAt: Type.Optional(nullable(InstantText)),
    maxAttempts: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ATTEMPTS })),
    requestId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "Made by the caller: the same again queues nothing new",
      }),
    ),
  },
  { additionalProperties: false },
);

/** `POST /commands`: an instruction for one tracker or many, in words of its own or as a named action. */
export const queueCommands: FastifyPluginAsyncTypebox<{
  commandStore: CommandStore;
  trackerStore: TrackerStore;
  now: () => Date;
}> = async (app, { commandStore, trackerStore, now }) => {
  app.post(
    "/commands",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["commands"],
        body: NewCommands,
        response: { 201: Type.Array(CommandShape), ...problems },
      },
    },
    async (request, reply) => {
      const caller = requireKnown(request);
      const { body } = request;
      if (body.expiresAt && new Date(body.expiresAt) <= now())
        throw new ProblemError("request-invalid", { detail: "expiresAt is over already" });
      const trackers = await Promise.all(body.trackerIds.map((id) => trackerFor(request, id)));
      const queued = await commandStore.queue(
        trackers.map((tracker) => newCommand(tracker, body, caller)),
      );
      return reply.status(201).send([...queued]);
    },
  );

  async function trackerFor(request: FastifyRequest, id: number): Promise<Tracker> {
    const tracker = await trackerStore.find(id);
    if (!tracker) throw new ProblemError("not-found", { detail: `there is no tracker ${id}` });
    requireRole(request, tracker.studyId, "editor");
    return tracker;
  }
};

function newCommand(tracker: Tracker, body: Static<typeof NewCommands>, caller: KnownCaller) {
  return {
    trackerId: tracker.id,
    action: body.action ?? null,
    text: wordsFor(tracker, body),
    priority: body.priority ?? 0,
    maxAttempts: body.maxAttempts ?? 5,
    expiresAt: body.expiresAt ? new Date(body.expiresAt) : null,
    createdBy: caller.name,
    requestId: body.requestId ?? null,
  };
}
