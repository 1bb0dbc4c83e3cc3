import { InvalidValue } from "@zpr/model";
import { chooseLocale, noticePage, pageHeaders, renderPage } from "@zpr/pages";
import type { IsAway } from "@zpr/ports";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notNowWords } from "./not-now-words.ts";
import { notNow, ProblemError, problem } from "./problem.ts";

/** A database or an engine is there again within seconds, or it takes long. */
const AGAIN_SECONDS = 5;

/** Lets an app answer whatever goes wrong as a problem; with `isAway`, what may succeed later as such. */
export function sayNoAsProblems(app: FastifyInstance, isAway: IsAway = () => false): void {
  app.setErrorHandler<FastifyError | ProblemError>((caught, request, reply) => {
    const error = isAway(caught) ? notNow() : caught;
    const { status } = toProblem(error);
    const retryAfter = retryAfterOf(error);
    if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
    if (status === 401)
      reply.header("www-authenticate", 'Basic realm="Zero Plastic Rivers", Bearer');
    if (status < 500) return sendProblem(reply, error);
    request.log[status === 503 ? "warn" : "error"](caught);
    return isPerson(request) ? sendPage(reply, status) : sendProblem(reply, error);
  });
  app.setNotFoundHandler((request) => {
    throw new ProblemError("path-unknown", { detail: `${request.method} ${request.url}` });
  });
}

/** What is refused for the moment always says when to come again. */
function retryAfterOf(error: FastifyError | ProblemError): number | undefined {
  const said = error instanceof ProblemError ? error.retryAfterSeconds : undefined;
  return said ?? (toProblem(error).status === 503 ? AGAIN_SECONDS : undefined);
}

/** Whether somebody looks at a page of ours, rather than a program at data. */
function isPerson({ headers, url }: FastifyRequest): boolean {
  return !url.startsWith("/api/") && (headers.accept ?? "").includes("text/html");
}

/** A person is told in their language, and goes on at the same address. */
function sendPage(reply: FastifyReply, status: number) {
  const { url, headers } = reply.request;
  const asked = new URLSearchParams(url.split("?")[1]).get("lang") ?? undefined;
  const locale = chooseLocale(asked, headers["accept-language"]);
  const { again, ...said } = notNowWords(locale);
  const page = noticePage(locale, said, { text: again, href: "" });
  return reply.status(status).headers(pageHeaders(page)).send(renderPage(page));
}

/** Says no as a problem. */
export function sendProblem(reply: FastifyReply, error: FastifyError | ProblemError) {
  const said = toProblem(error);
  return reply.status(said.status).type("application/problem+json").send(said);
}

function toProblem(error: FastifyError | ProblemError) {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof InvalidValue) return problem("request-invalid", { detail: error.message });
  if (isDataException(error))
    return problem("request-invalid", { detail: "a value in the request cannot be of its kind" });
  if (isOrphan(error))
    return problem("not-found", { detail: "something that the request refers to is not there" });
  if (error.statusCode === 413) return problem("too-large", { detail: error.message });
  const ours = (error.statusCode ?? 500) >= 500;
  return ours ? problem("internal") : problem("request-invalid", { detail: error.message });
}

/** SQLSTATE 23503: what a row refers to is not there, as a study that an administrator, who may write in all, only thought of. */
function isOrphan({ code }: { readonly code?: unknown }): boolean {
  return code === "23503";
}

/** SQLSTATE class 22: the store says that a value cannot be, such as a null character in a text or a forged cursor. */
function isDataException({ code }: { readonly code?: unknown }): boolean {
  return typeof code === "string" && /^22[0-9A-Z]{3}$/.test(code);
}
