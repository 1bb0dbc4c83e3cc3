import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import { answerInTime } from "./answer-in-time.ts";
import type { ApiPorts } from "./api-ports.ts";
import { health } from "./routes/health.ts";
import { sayNoAsProblems } from "./say-no.ts";

/** Health and metrics alone, for a process that answers nothing else over HTTP. */
export async function buildHealth({
  log,
  ...ports
}: Pick<ApiPorts, "metrics" | "ready" | "degraded"> & { readonly log: FastifyBaseLogger }) {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  sayNoAsProblems(app);
  answerInTime(app);
  await app.register(health, ports);
  return app;
}
