import { expect, test } from "vitest";
import { useApi } from "./testing.ts";

const api = useApi();

/** A path that fits a route's pattern. */
function example(pattern: string): string {
  return pattern
    .replace(":code", "000000")
    .replace(/:id(?=\/photos)/, "7b1d0f7e-5df4-4c51-9a37-0f6f0b3f9a11")
    .replace(/:\w+/g, "1");
}

/** What anybody may call; a new route is a researcher's unless it is named here. */
const PUBLIC = [
  "GET /api/v1/client-config",
  "GET /api/v1/items/:code",
  "GET /api/v1/items/:code/journey",
  "GET /api/v1/items/:code/photos",
  "GET /api/v1/items/:code/photos/:id/:n",
  "GET /api/v1/studies/:id/contest",
  "GET /api/v1/studies/:id/contest/tickets",
  "GET /api/v1/studies/:id/public",
  "GET /api/v1/tides",
  "POST /api/v1/items/:code/sightings",
  "PUT /api/v1/sightings/:id/photos/:n",
];

test("every researcher's route refuses anonymous callers", async () => {
  const refused: string[] = [];
  for (const { method, url, config } of api.routeTable()) {
    if (config?.access === "public") continue;
    for (const one of [method].flat()) {
      const answer = await api.inject(one, example(url));
      expect([`${one} ${url}`, answer.statusCode]).toEqual([`${one} ${url}`, 401]);
      if (one !== "HEAD")
        expect(answer.json()).toMatchObject({ type: "https://zpr.one/problems/sign-in-required" });
      refused.push(`${one} ${url}`);
    }
  }
  expect(refused.length).toBeGreaterThan(30);
});

test("nothing of the API is public but what is meant to be", () => {
  const open = api
    .routeTable()
    .filter(({ url, config }) => url.startsWith("/api/v1") && config?.access === "public")
    .flatMap(({ method, url }) => [method].flat().map((one) => `${one} ${url}`))
    .filter((route) => !route.startsWith("HEAD "));
  expect(open.sort()).toEqual(PUBLIC);
});
