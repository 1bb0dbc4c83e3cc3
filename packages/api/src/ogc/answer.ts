import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../problem.ts";
import type { Form } from "./documents.ts";
import { HTML_POLICY, type Html, htmlPage, type Trail } from "./html-page.ts";
import { HTML_TYPE } from "./links.ts";
import type { RawQuery } from "./parameters.ts";

/** One document in its two forms. */
export interface Answer {
  readonly type: string;
  readonly document: object;
  readonly trail: Trail;
  readonly body: () => Html;
  /** What the entity tag is made of, where the document itself changes with every request. */
  readonly essence?: unknown;
}

/** A request and its reply. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Whether the caller wants to read or to compute: `f` decides, else the Accept header, else JSON. */
export function formOf({ query, headers }: FastifyRequest): Form {
  const asked = (query as RawQuery)["f"];
  if (asked === "json" || asked === "html") return asked;
  if (asked !== undefined)
    throw new ProblemError("request-invalid", { detail: "f is json or html" });
  return prefersHtml(headers.accept ?? "") ? "html" : "json";
}

/** Sends a document in the form that is wanted, or 304 when the caller has it already. */
export function sendAnswer({ request, reply }: Exchange, root: string, answer: Answer) {
  const form = formOf(request);
  const tag = entityTag(form, answer.essence ?? answer.document);
  reply.header("etag", tag);
  reply.header("vary", "Accept, Authorization, Cookie");
  reply.header(
    "cache-control",
    request.caller.kind === "anonymous" ? "public, max-age=10" : "private, no-cache",
  );
  if (isKnown(request.headers["if-none-match"], tag)) return reply.status(304).send();
  if (form === "html") {
    reply.header("content-security-policy", HTML_POLICY).type(`${HTML_TYPE}; charset=utf-8`);
    return reply.send(htmlPage(root, answer.trail, answer.body()));
  }
  // As bytes, because Fastify adds a charset to text, and clients compare the type literally.
  return reply.type(answer.type).send(Buffer.from(JSON.stringify(answer.document)));
}

function entityTag(form: Form, essence: unknown): string {
  const hash = createHash("sha256").update(form).update(JSON.stringify(essence));
  return `W/"${hash.digest("base64url").slice(0, 22)}"`;
}

/** Whether text/html stands higher than every JSON in an Accept header; a wildcard wishes for neither. */
function prefersHtml(accept: string): boolean {
  const wishes = accept.split(",").map((part) => {
    const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    return { type, quality: quality ? Number(quality.slice(2)) : 1 };
  });
  const html = wishes.find(({ type }) => type === HTML_TYPE)?.quality ?? 0;
  const json = wishes.filter(({ type }) => type.includes("json")).map(({ quality }) => quality);
  return html > Math.max(0, ...json);
}

function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((known) => known.trim().replace(/^W\//, "") === tag.slice(2));
}
