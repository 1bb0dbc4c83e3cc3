import type { WriteContext } from "@zpr/ports";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { requireKnown, SAFE_METHODS } from "./caller.ts";
import { ProblemError } from "./problem.ts";

declare module "fastify" {
  interface FastifyInstance {
    writeContext: WriteContext;
  }
}

/** Lets an app record who changes what, and tag what it shows with the version that `edit` compares. */
export function keepEdits(app: FastifyInstance, writeContext: WriteContext): void {
  app.decorate("writeContext", writeContext);
  app.addHook("preHandler", (request, _reply, done) => {
    const isResearchers = (request.routeOptions.config.access ?? "public") !== "public";
    if (!isResearchers || SAFE_METHODS.has(request.method)) return done();
    const { kind, id, name } = requireKnown(request);
    writeContext.actAs({ kind, id, name }, done);
  });
  app.addHook("preSerialization", async (_request, reply, payload) => {
    if (hasVersion(payload)) reply.header("etag", `"${payload.version}"`);
    return payload;
  });
}

/** What somebody edits. */
interface Edited {
  /** As in the audit log. */
  readonly kind: string;
  readonly id: number | string;
  /** The resource as it is shown, for whoever thought that it was another. */
  readonly current: () => Promise<object | undefined>;
}

/** Writes; with an If-Match header only on top of that version, otherwise 412 with the current one. */
export async function edit<Written>(
  request: FastifyRequest,
  { kind, id, current }: Edited,
  write: () => Promise<Written>,
): Promise<Written> {
  const header = request.headers["if-match"];
  if (header === undefined || header.trim() === "*") return write();
  const expected = { kind, id, versions: versionsIn(header) };
  const written = await request.server.writeContext.expecting(expected, write);
  if (written !== "stale") return written;
  const now = await current();
  if (!now) throw new ProblemError("not-found");
  throw new ProblemError("precondition-failed", { current: now });
}

/** Strong tags only: a weak one never matches (RFC 9110, 13.1.1). */
function versionsIn(header: string): readonly number[] {
  return header.split(",").flatMap((tag) => {
    const digits = /^\s*"(\d{1,9})"\s*$/.exec(tag)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

function hasVersion(payload: unknown): payload is { readonly version: number } {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "version" in payload &&
    typeof payload.version === "number"
  );
}
