import type { Caller, StudyRole } from "@zpr/ports";
import type { HTTPMethods } from "fastify";
import { expect, test } from "vitest";
import { useApi } from "../testing.ts";
import type { Place, RouteRule } from "./route-rule.ts";
import { ROUTE_RULES } from "./rules.ts";
import { furnish } from "./testing.ts";

const api = useApi();

/** Whoever may ask, from who may least, with the role they have in their own study. */
const CALLERS = ["public", "ingest key", "read key", "viewer", "editor", "owner", "administrator"];
const RANKS = ["viewer", "editor", "owner"];

interface Asked {
  readonly who: string;
  readonly isOwn: boolean;
}

function callerOf(who: string, userId: number, { studyId }: Place): Caller {
  const known = { id: userId, name: who, administrator: who === "administrator" };
  const studies = (role: StudyRole) => new Map([[studyId, role]]);
  if (who === "public") return { kind: "anonymous" };
  if (who === "ingest key")
    return { ...known, kind: "api-key", studies: new Map(), brings: new Set([studyId]) };
  if (who === "read key") return { ...known, kind: "api-key", studies: studies("viewer") };
  if (who === "administrator") return { ...known, kind: "user", studies: new Map() };
  return { ...known, kind: "user", studies: studies(who as StudyRole) };
}

/** The status that somebody must get; 200 stands for whatever is done, or fails for another reason. */
function expected({ needs, isAboutNoStudy, isAbsent }: RouteRule, { who, isOwn }: Asked): number {
  if (who === "public") return 401;
  if (isAbsent) return 404;
  if (needs === "person") return who.endsWith("key") ? 403 : 200;
  if (who === "administrator" || isAboutNoStudy) return 200;
  if (!isOwn || who === "ingest key") return 404;
  if (needs === "list") return 200;
  return Math.max(RANKS.indexOf(who), 0) >= RANKS.indexOf(needs) ? 200 : 403;
}

test("each route does for each role, in its own study and in another, what it should", async () => {
  const [own, foreign] = [await furnish(api, 1), await furnish(api, 2)];
  const userId = await own.newViewer();

  /** What is wrong with the answer to one request, if anything. */
  async function fault(route: string, rule: RouteRule, asked: Asked): Promise<string[]> {
    const place = asked.isOwn ? own : foreign;
    const [method = "", pattern = ""] = route.split(" ");
    api.asAdministrator();
    const path = (await rule.path?.(place, api)) ?? pattern;
    api.as(callerOf(asked.who, userId, own));
    const url = `/api/v1${path}`;
    const payload = await rule.body?.(place);
    const headers = rule.mediaType && { "content-type": rule.mediaType };
    const { statusCode, body } = await api.inject(method as HTTPMethods, url, {
      ...(payload && { payload }),
      ...(headers && { headers }),
    });
    // 409: they may, but not in the state that it is in.
    const status = statusCode < 300 || statusCode === 409 ? 200 : statusCode;
    const wanted = expected(rule, asked);
    if (status === wanted) return [];
    return [`${route}, ${JSON.stringify(asked)}: ${statusCode}, not ${wanted}; ${body}`];
  }

  const faults: string[] = [];
  for (const [route, rule] of Object.entries(ROUTE_RULES))
    for (const who of rule.needs === "stream" ? ["public"] : CALLERS)
      for (const isOwn of [true, false]) faults.push(...(await fault(route, rule, { who, isOwn })));
  expect(faults).toEqual([]);
}, 300_000);

test("no route is without a rule, and no rule without a route", () => {
  const served = api
    .routeTable()
    .filter(({ config }) => config?.access !== "public")
    .flatMap(({ method, url }) => [method].flat().map((one) => `${one} ${url}`))
    .filter((route) => !route.startsWith("HEAD "));
  const ruled = Object.keys(ROUTE_RULES).map((route) => route.replace(" ", " /api/v1"));
  expect(served.sort()).toEqual(ruled.sort());
});
