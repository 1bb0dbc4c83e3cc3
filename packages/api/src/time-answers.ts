import type { Meter } from "@zpr/ports";
import type { FastifyInstance } from "fastify";
import { answerArea } from "./answer-area.ts";

/** Notes how long each answer took, and how it ended. */
export function timeAnswers(app: FastifyInstance, meter: Meter): void {
  app.addHook("onResponse", async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const area = answerArea(method, routeOptions.url);
    if (!area) return;
    const outcome = statusCode >= 500 ? "failed" : statusCode >= 400 ? "refused" : "ok";
    meter.took("answer", elapsedTime / 1000, { area, outcome });
  });
}
