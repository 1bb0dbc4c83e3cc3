import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";

const LONGEST_MILLISECONDS = 8_000;
const LOOK_EVERY_MILLISECONDS = 20;

/**
 * Lets an app that closes answer what has begun first, and what still comes from balancers that have not
 * noticed. Streams without an end are no reason to wait. Fastify then breaks what is left.
 */
export function drain(app: FastifyInstance, milliseconds = LONGEST_MILLISECONDS): void {
  const begun = new Set<FastifyReply>();
  app.addHook("onRequest", async (_request, reply) => void begun.add(reply));
  app.addHook("onResponse", async (_request, reply) => void begun.delete(reply));
  app.addHook("preClose", async () => {
    const isAnswered = () => [...begun].every(({ sent }) => sent);
    for (const until = Date.now() + milliseconds; !isAnswered() && Date.now() < until; )
      await pause(LOOK_EVERY_MILLISECONDS);
  });
}
