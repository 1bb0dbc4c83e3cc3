import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Registry } from "prom-client";
import { ProblemError } from "../problem.ts";

/** `/health/live`, `/health/ready` and `/metrics`: for orchestrators and Prometheus. */
export const health: FastifyPluginAsyncTypebox<{
  metrics: Registry;
  ready: () => Promise<void>;
  degraded: () => Promise<readonly string[]>;
}> = async (app, { metrics, ready, degraded }) => {
  app.get("/health/live", { config: { access: "public" } }, async () => ({ status: "live" }));

  app.get("/health/ready", { config: { access: "public" } }, async () => {
    await ready().catch((error: unknown) => {
      throw new ProblemError("not-ready", {
        detail: error instanceof Error ? error.message : String(error),
      });
    });
    const lacks = await degraded();
    return { status: "ready", ...(lacks.length > 0 && { degraded: lacks }) };
  });

  app.get("/metrics", { config: { access: "public" } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
};
