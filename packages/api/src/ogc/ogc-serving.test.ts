import { describe, expect, test } from "vitest";
import type { FeatureJson } from "./feature-json.ts";
import { MEMBER, useReadingApi } from "./testing.ts";

const { app, get } = useReadingApi();

async function features(url: string, headers: Record<string, string> = {}) {
  return (await get(url, headers)).json<{ features: FeatureJson[] }>().features;
}

describe("who sees what in /ogc", () => {
  test("a member's key opens the study: flagged fixes, flags, raw messages", async () => {
    const url = "/ogc/collections/fixes/items?studyId=1";
    expect(await features(url)).toHaveLength(3);
    const own = await features(url, MEMBER);
    expect(own).toHaveLength(6);
    expect(own).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({ flags: ["spike"], rawMessageId: 3 }),
      }),
    );
  });

  test("a wrong key is refused, and does not pass for there being nothing more", async () => {
    for (const url of ["/ogc/collections/fixes/items", "/tiles/fixes/0/0/0.mvt"]) {
      const { statusCode, headers } = await get(url, { authorization: "Bearer zpr_old" });
      expect([statusCode, headers["www-authenticate"]]).toEqual([
        401,
        expect.stringContaining("Basic"),
      ]);
    }
  });

  test("the schema tells the public nothing of what only members get", async () => {
    for (const schema of ["schema", "feature-schema"]) {
      const url = `/ogc/collections/fixes/${schema}`;
      expect((await get(url)).body).not.toContain("rawMessageId");
      expect((await get(url, MEMBER)).body).toContain("rawMessageId");
    }
  });

  test("no note, language or time of receipt of a finder leaves the server, in any form", async () => {
    for (const form of ["json", "html"]) {
      const { body } = await get(`/ogc/collections/sightings/items?f=${form}`);
      for (const secret of ["under the jetty", "locale", "receivedAt"])
        expect(body).not.toContain(secret);
    }
    expect((await get("/ogc/collections/sightings/items", MEMBER)).body).toContain(
      "under the jetty",
    );
  });

  test("what a member gets may not be kept by a shared cache", async () => {
    const url = "/ogc/collections/fixes/items";
    const { headers } = await get(url, MEMBER);
    expect(headers["cache-control"]).toBe("private, no-cache");
    expect(headers.vary).toContain("Authorization");
    expect((await get(url)).headers["cache-control"]).toContain("public");
  });
});

describe("how /ogc is served", () => {
  test("a browser gets pages, everything else JSON; f decides", async () => {
    const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    const items = "/ogc/collections/items/items";
    const typeOf = async (url: string, accept?: string) =>
      (await get(url, accept === undefined ? {} : { accept })).headers["content-type"];
    expect(await typeOf(items, browser)).toContain("text/html");
    expect(await typeOf(items, "*/*")).toBe("application/geo+json");
    expect(await typeOf(items)).toBe("application/geo+json");
    expect(await typeOf(items, "application/json, application/schema+json")).toBe(
      "application/geo+json",
    );
    expect(await typeOf(items, "text/html;q=0.5, application/geo+json")).toBe(
      "application/geo+json",
    );
    expect(await typeOf(`${items}?f=json`, browser)).toBe("application/geo+json");
    expect(await typeOf(`${items}?f=html`)).toContain("text/html");
  });

  test("every page has a heading, and takes nothing of ours for markup", async () => {
    for (const path of [
      "",
      "/api",
      "/conformance",
      "/collections",
      "/collections/items",
      "/collections/items/items",
      "/collections/items/queryables",
    ]) {
      const { body, headers } = await get(`/ogc${path}?f=html`);
      expect([path, body.match(/<h1>[^<]+<\/h1>/)?.length]).toEqual([path, 1]);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
    const { body } = await get("/ogc/collections/items/items?f=html&material=%3Cscript%3E%27%22");
    expect(body).not.toContain("<script>");
  });

  test("an answer that has not changed is not sent again", async () => {
    for (const path of [
      "",
      "/collections",
      "/collections/fixes/items",
      "/collections/fixes/items?f=html",
    ]) {
      const { headers } = await get(`/ogc${path}`);
      const again = await get(`/ogc${path}`, { "if-none-match": String(headers.etag) });
      expect([path, again.statusCode, again.body]).toEqual([path, 304, ""]);
      expect((await get(`/ogc${path}`, { "if-none-match": '"other"' })).statusCode).toBe(200);
    }
    const [one, two] = [
      await get("/ogc/collections/fixes/items?limit=1"),
      await get("/ogc/collections/fixes/items?limit=2"),
    ];
    expect(one.headers.etag).not.toBe(two.headers.etag);
  });

  test("pages of any site may read, and nobody may write", async () => {
    const preflight = await app().inject({
      method: "OPTIONS",
      url: "/ogc/collections/fixes/items",
    });
    expect([preflight.statusCode, preflight.headers["access-control-allow-origin"]]).toEqual([
      204,
      "*",
    ]);
    const refused = await get("/ogc/collections/nothing");
    expect(refused.headers["access-control-allow-origin"]).toBe("*");
    expect(preflight.headers["access-control-allow-credentials"]).toBeUndefined();
    const head = await app().inject({ method: "HEAD", url: "/ogc/collections/fixes/items" });
    expect([head.statusCode, head.body]).toEqual([200, ""]);
    const post = await app().inject({
      method: "POST",
      url: "/ogc/collections/fixes/items",
      payload: {},
    });
    expect(post.statusCode).toBe(404);
  });

  test("GDAL finds in the schema the one time that datetime is about, as a time", async () => {
    for (const [id, times] of [
      ["items", ["lastAt"]],
      ["fixes", ["time"]],
      ["sightings", ["seenAt"]],
      ["journeys", []],
    ] as const) {
      const { properties } = (await get(`/ogc/collections/${id}/feature-schema`, MEMBER)).json();
      const inner: Record<string, { format?: string }> = properties.properties.properties;
      const found = Object.entries(inner).filter(([, { format }]) => format === "date-time");
      expect(found.map(([name]) => name)).toEqual(times);
    }
  });

  test("Part 3 /req/queryables-query-parameters: each queryable is a parameter that narrows", async () => {
    for (const id of ["items", "fixes", "sightings", "journeys"]) {
      const all = await features(`/ogc/collections/${id}/items`);
      const { properties } = (await get(`/ogc/collections/${id}/queryables`)).json();
      expect(Object.keys(properties).length).toBeGreaterThan(1);
      for (const name of Object.keys(properties)) {
        const value = String(Object(all[0]?.properties)[name]);
        const url = `/ogc/collections/${id}/items?${name}=${value}`;
        const same = all.filter((feature) => String(Object(feature.properties)[name]) === value);
        expect(await features(url)).toEqual(same);
      }
    }
  });
});
