import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useServer } from "./running-server.ts";

/** As docs/finder.md promises: beyond this many requests in an hour an address is refused. */
const MOST = 3000;
const AT_ONCE = 50;
const HERE = "203.0.113.7";
const THERE = "203.0.113.8";
/** Its check character is wrong, so that nothing is kept of these requests. */
const NO_CODE = "AAAAAA";

const server = useServer();

describe("a flood of requests from one address", () => {
  test("is refused with when to come again, for photos too; others and reading go on", async () => {
    const statuses = new Map<number, number>();
    for (let sent = 0; sent < MOST; sent += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => report(HERE)));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([[404, MOST]]);

    const refused = await report(HERE);
    expect([refused.status, refused.headers.get("content-type")]).toEqual([
      429,
      "application/problem+json; charset=utf-8",
    ]);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(3000);
    expect(wait).toBeLessThanOrEqual(3600);
    expect(await refused.json()).toMatchObject({
      status: 429,
      detail: `send it again in ${wait} s`,
    });
    expect((await photo(HERE)).status).toBe(429);

    expect((await report(THERE)).status).toBe(404);
    expect((await photo(THERE)).status).toBe(404);
    const reading = { headers: { "x-forwarded-for": HERE } };
    expect((await fetch(`${server().url}/api/v1/items/${NO_CODE}`, reading)).status).toBe(404);
  });
});

/** A phone's report, through the proxy that tests are. */
async function report(address: string): Promise<Response> {
  return await fetch(`${server().url}/api/v1/items/${NO_CODE}/sightings`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({
      id: randomUUID(),
      seenAt: "2026-06-20T10:00:00Z",
      positionSource: "none",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
    }),
  });
}

async function photo(address: string): Promise<Response> {
  return await fetch(`${server().url}/api/v1/sightings/${randomUUID()}/photos/1`, {
    method: "PUT",
    headers: { "content-type": "image/jpeg", "x-forwarded-for": address },
    body: Buffer.from([0xff, 0xd8]),
  });
}
