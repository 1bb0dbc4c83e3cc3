import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { parseItemCode } from "@zpr/model";
import type { FastifyPluginAsync } from "fastify";
import { ProblemError } from "./problem.ts";

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
};

/** Scripts and workers only from us; wasm for the QR reader; base map tiles from wherever they are configured. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self' https:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The PWA: its files, and its one page for `/`, `/{code}`, `/found` and `/lab/...`. */
export const webApp: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  if (!existsSync(join(folder, "index.html"))) {
    app.log.warn({ folder }, "the web app is not built: run `npm run web`");
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
  });
  app.addHook("onSend", async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });

  app.get("/*", { config: { access: "public" } }, async (request, reply) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(pathname).slice(1);
    if (path && !path.endsWith("/") && existsSync(join(folder, path))) {
      const hashed = /-[A-Z0-9]{8}\./.test(path);
      return reply
        .header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache")
        .sendFile(path, { cacheControl: false });
    }
    if (!isPage(path)) throw new ProblemError("path-unknown", { detail: `GET ${pathname}` });
    return reply
      .header("cache-control", "no-cache")
      .header("content-security-policy", CONTENT_POLICY)
      .sendFile("index.html", { cacheControl: false });
  });
};

/** Whether the web app has a page there; anything else is a 404, so that a mistyped API path is not a page. */
function isPage(path: string): boolean {
  return (
    path === "" ||
    path === "found" ||
    /^lab(\/|$)/.test(path) ||
    /^[^/.]{4,16}$/.test(path) ||
    parseItemCode(path) !== undefined
  );
}
