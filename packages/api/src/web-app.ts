import { statSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { type ItemCode, parseItemCode } from "@zpr/model";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
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

/** It stands beside the lab's files, and serves the lab's pages. */
const LAB_WORKER = "lab-app/lab-worker.js";

/** The PWA: its files, the finder's page for `/`, `/{code}` and `/found`, the lab's for `/lab/...`. */
export const webApp: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  if (!isFile(join(folder, "index.html"))) {
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
    if (path && isFile(join(folder, path))) return sendPart(reply, path);
    const page = pageAt(path);
    if (!page) throw new ProblemError("path-unknown", { detail: `GET ${pathname}` });
    const code = parseItemCode(path);
    if (code) reply.header("link", askedNext(code));
    return reply
      .header("cache-control", "no-cache")
      .header("content-security-policy", CONTENT_POLICY)
      .sendFile(page, { cacheControl: false });
  });
};

function sendPart(reply: FastifyReply, path: string): FastifyReply {
  const hashed = /-[\w-]{8}\.(js|mjs|css|wasm|woff2?)$/.test(path);
  if (path === LAB_WORKER) reply.header("service-worker-allowed", "/lab");
  return reply
    .header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache")
    .sendFile(path, { cacheControl: false });
}

/** What the form's page will ask first, so that the browser asks it beside the scripts and not after them. */
function askedNext(code: ItemCode): string {
  return `</api/v1/items/${code}>; rel=preload; as=fetch; crossorigin=anonymous`;
}

/** The page of the web app at a path; elsewhere none, so that a mistyped API path is not a page. */
function pageAt(path: string): string | undefined {
  if (/^lab(\/|$)/.test(path)) return "lab-app/index.html";
  const isFinder =
    path === "" ||
    path === "found" ||
    /^[^/.]{4,16}$/.test(path) ||
    parseItemCode(path) !== undefined;
  return isFinder ? "index.html" : undefined;
}

function isFile(path: string): boolean {
  if (path.includes("\0")) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
