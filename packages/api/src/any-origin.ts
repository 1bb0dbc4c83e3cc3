import type { FastifyInstance } from "fastify";

/** Lets web pages of any site read what a plugin serves. Never with cookies: only a key can tell who asks. */
export function allowAnyOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("access-control-allow-origin", "*");
    reply.header("access-control-expose-headers", "Content-Crs, ETag, Link");
  });
  app.options("/*", { config: { access: "public" } }, (_request, reply) =>
    reply
      .header("access-control-allow-methods", "GET, HEAD, OPTIONS")
      .header("access-control-allow-headers", "Accept, Authorization, If-None-Match")
      .header("access-control-max-age", "86400")
      .status(204)
      .send(),
  );
}
