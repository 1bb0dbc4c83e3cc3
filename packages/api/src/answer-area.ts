import type { AnswerArea } from "@zpr/ports";

/** By the beginning of the route's path; the first that fits. */
const AREAS: readonly (readonly [RegExp, AnswerArea])[] = [
  [/^POST \/api\/v1\/items\/:code\/sightings$/, "reports"],
  [/^PUT \/api\/v1\/sightings\/:id\/photos\/:n$/, "photos"],
  [/^\w+ \/tiles\//, "tiles"],
  [/^\w+ \/ogc(\/|$)/, "features"],
  [/^\w+ \/ingest\//, "ingest"],
  [/^\w+ \/(auth|oidc)\//, "sign-in"],
  [/^\w+ \/api\//, "api"],
];

/** Answered for as long as somebody listens, or asked by machines that count for themselves. */
const UNTIMED = /^(\/api\/v1\/events|\/health\/.*|\/metrics)$/;

/**
 * In which area the answer to a request counts, by the path of its route, never by what was asked for:
 * so there are no more areas than these. Undefined where its time says nothing.
 */
export function answerArea(method: string, routePath: string | undefined): AnswerArea | undefined {
  if (routePath !== undefined && UNTIMED.test(routePath)) return undefined;
  const route = `${method} ${routePath ?? ""}`;
  return AREAS.find(([pattern]) => pattern.test(route))?.[1] ?? "pages";
}
