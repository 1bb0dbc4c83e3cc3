import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type LiveEvents, mayIn, type NumberedEvent } from "@zpr/ports";
import { Type } from "typebox";
import { problems } from "../shapes.ts";

const HEARTBEAT_MILLISECONDS = 15_000;
/** Who reads so slowly is cut off and comes back for what it missed. More than all events that are kept. */
const MOST_WAITING_BYTES = 8_000_000;
const Headers = Type.Object({ "last-event-id": Type.Optional(Type.String({ maxLength: 200 })) });

/** `GET /events`: what happens in the caller's studies, as server-sent events, with catch-up after a gap. */
export const events: FastifyPluginAsyncTypebox<{ liveEvents: LiveEvents }> = async (
  app,
  { liveEvents },
) => {
  app.get(
    "/events",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["events"],
        headers: Headers,
        produces: ["text/event-stream"],
        response: { ...problems },
      },
    },
    (request, reply) => {
      const { caller } = request;
      // Who begins now has a place to come back to, should the connection break before the first event.
      const after = request.headers["last-event-id"] ?? liveEvents.place();
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      stream.write(`retry: 3000\nid: ${after}\n\n`);
      const stop = liveEvents.subscribe((numbered) => {
        const { studyId } = numbered.event;
        const mine = studyId === null || mayIn(caller, studyId, "viewer");
        if (!mine || stream.destroyed) return;
        stream.write(toText(numbered));
        if (stream.writableLength > MOST_WAITING_BYTES) stream.destroy();
      }, after);
      const heart = setInterval(() => stream.write(": alive\n\n"), HEARTBEAT_MILLISECONDS);
      stream.once("close", () => {
        clearInterval(heart);
        stop();
      });
    },
  );
};

function toText({ id, event: { kind, studyId, ...said } }: NumberedEvent): string {
  return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify({ studyId, ...said })}\n\n`;
}
