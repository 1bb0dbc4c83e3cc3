import { type Caller, type KnownCaller, mayIn, type StudyRole } from "@zpr/ports";
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import { ProblemError } from "./problem.ts";

/** Who may call a route. Each route must say; the server does not start with one that does not. */
type Access = "public" | "researcher" | "administrator";

declare module "fastify" {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyInstance {
    /** Every route that is served. */
    routeTable: readonly RouteOptions[];
  }
  interface FastifyRequest {
    /** Who asks, as far as the request proves. */
    caller: Caller;
  }
}

/** How the API learns who asks. */
export interface Door {
  /** Anonymous when nothing is claimed; `undefined` when something is claimed that is not true. */
  authenticate(request: Pick<FastifyRequest, "headers">): Promise<Caller | undefined>;
  /** Whether a request that changes something with a session cookie comes from our own pages. */
  isOwnOrigin(request: FastifyRequest): boolean;
}

const ANONYMOUS: Caller = { kind: "anonymous" };
/** Methods that change nothing. */
export const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Puts the caller on each request and turns away whoever a route is not for. */
export function guard(app: FastifyInstance, door: Door): void {
  app.decorateRequest("caller");
  const routes: RouteOptions[] = [];
  app.decorate("routeTable", routes);
  app.addHook("onRoute", (route) => void routes.push(route));
  app.addHook("onReady", async () => {
    const open = routes.find((route) => !route.config?.access);
    if (open) throw new Error(`${open.method} ${open.url} does not say who may call it`);
  });
  app.addHook("onRequest", async (request) => {
    const caller = await door.authenticate(request);
    const access = request.routeOptions.config.access ?? "public";
    // An old cookie may look at what is public; a wrong key must not pass for nothing there.
    const isClaimed = access !== "public" || request.headers.authorization !== undefined;
    if (!caller && isClaimed) throw new ProblemError("credentials-invalid");
    request.caller = caller ?? ANONYMOUS;
    if (access !== "public") admit(request, { access, door });
  });
}

function admit(
  request: FastifyRequest,
  { access, door }: { readonly access: Access; readonly door: Door },
): void {
  const known = requireKnown(request);
  if (access === "administrator" && !known.administrator)
    throw new ProblemError("role-insufficient");
  if (known.kind === "user" && !SAFE_METHODS.has(request.method) && !door.isOwnOrigin(request))
    throw new ProblemError("origin-foreign");
}

/** The caller, when known; otherwise the request ends with 401. */
export function requireKnown({ caller }: FastifyRequest): KnownCaller {
  if (caller.kind === "anonymous") throw new ProblemError("sign-in-required");
  return caller;
}

/** Ends the request unless the caller has a role in a study: 404 for strangers, 403 for members with less. */
export function requireRole({ caller }: FastifyRequest, studyId: number, role: StudyRole): void {
  if (!mayIn(caller, studyId, "viewer")) throw new ProblemError("not-found");
  if (!mayIn(caller, studyId, role)) throw new ProblemError("role-insufficient");
}
