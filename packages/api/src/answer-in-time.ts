import type { FastifyInstance, FastifyRequest } from "fastify";
import { notNow } from "./problem.ts";

/** Longer than anything takes that we answer, shorter than balancers and people wait. */
const PATIENCE_MILLISECONDS = 20_000;

declare module "fastify" {
  interface FastifyRequest {
    deadline: NodeJS.Timeout | undefined;
  }
}

/**
 * Answers with 503 when what a request needs stands still. Only our own time counts: neither how long
 * a slow line brings the request nor how long it takes the answer. (Fastify's `handlerTimeout` counts both.)
 * What was begun goes on, so the same sent again must be known by its id.
 */
export function answerInTime(app: FastifyInstance, milliseconds = PATIENCE_MILLISECONDS): void {
  app.decorateRequest("deadline", undefined);
  const stop = (request: FastifyRequest) => clearTimeout(request.deadline);
  for (const begins of ["onRequest", "preValidation"] as const)
    app.addHook(begins, async (request, reply) => {
      stop(request);
      request.deadline = setTimeout(() => {
        if (!reply.sent) reply.send(notNow());
      }, milliseconds);
      // Who takes an answer over, as live events do, is not to hold a process that ends.
      request.deadline.unref();
    });
  app.addHook("preParsing", async (request) => stop(request));
  app.addHook("onSend", async (request) => stop(request));
  // Whoever hangs up has no `onSend`.
  app.addHook("onRequestAbort", async (request) => stop(request));
}
