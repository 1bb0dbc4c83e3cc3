import type { Cache } from "@zpr/ports";
import type { FastifyInstance } from "fastify";
import { SAFE_METHODS } from "./caller.ts";
import { changedBy } from "./public-tags.ts";

/**
 * Has no process tell the public what a researcher's request may have changed, before its answer goes
 * out. Which studies these are follows from the caller's rights, so that no route can forget one.
 */
export function showChanges(app: FastifyInstance, cache: Cache): void {
  app.addHook("onSend", async ({ method, caller, routeOptions }, _reply, payload) => {
    const isResearchers = (routeOptions.config.access ?? "public") !== "public";
    if (isResearchers && !SAFE_METHODS.has(method) && caller && caller.kind !== "anonymous")
      await cache.invalidate(changedBy(caller));
    return payload;
  });
}
