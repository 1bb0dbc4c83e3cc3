// A port of those abstract tests of the OGC suite (Features Part 1, Annex A) that ask for behaviour of
// the features. Each is named with its id there.
import { describe, expect, test } from "vitest";
import type { Link } from "./links.ts";
import { type Features, linkOf, ROOT, useReadingApi } from "./testing.ts";

const { get, read } = useReadingApi();
const COLLECTIONS = ["items", "fixes", "sightings", "journeys"];

interface Parameter {
  readonly name: string;
}

async function parameter(name: string): Promise<Parameter | undefined> {
  const { paths } = await read<{
    paths: Record<string, { get: { parameters: readonly Parameter[] } }>;
  }>("/ogc/api");
  const { parameters } = paths["/collections/{collectionId}/items"]?.get ?? { parameters: [] };
  return parameters.find((it) => it.name === name);
}

describe("Part 1, A.2: features", () => {
  test.each(COLLECTIONS)(
    "AT 2, 13, 22-26 /ats/core/fc-op, fc-response ...: %s are a feature collection that counts itself",
    async (id) => {
      const response = await get(`/ogc/collections/${id}/items?limit=10000`);
      expect(response.headers["content-type"]).toBe("application/geo+json");
      const page = response.json<Features>();
      expect(page.type).toBe("FeatureCollection");
      expect(page.features.length).toBeGreaterThan(0);
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.numberMatched).toBe(page.features.length);
      expect(page.timeStamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      expect(linkOf(page, "self").type).toBe("application/geo+json");
      expect(linkOf(page, "alternate").type).toBe("text/html");
      expect(page.links.some(({ rel }) => rel === "next")).toBe(false);
      for (const feature of page.features)
        expect(feature).toMatchObject({
          type: "Feature",
          id: expect.any(String),
          geometry: { type: id === "journeys" ? "LineString" : "Point" },
        });
    },
  );

  test("AT 14 /ats/core/fc-bbox-definition", async () => {
    expect(await parameter("bbox")).toMatchObject({
      in: "query",
      required: false,
      style: "form",
      explode: false,
      schema: { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } },
    });
  });

  test("AT 15 /ats/core/fc-bbox-response: only what touches the box, four or six numbers", async () => {
    const path = "/ogc/collections/fixes/items?bbox=";
    for (const box of ["4.3,51.1,4.32,51.12", "4.3,51.1,-10,4.32,51.12,100"]) {
      const page = await read<Features>(path + box);
      expect(page.numberMatched).toBe(2);
      for (const { geometry } of page.features) expect(geometry.coordinates[0]).toBeLessThan(4.33);
    }
    expect((await read<Features>(`${path}177,65,-177,70`)).numberMatched).toBe(0);
    expect((await read<Features>(`${path}170,50,4.32,52`)).numberMatched).toBe(4);
    expect((await read<Features>(`${path}-200,-95,200,95`)).numberMatched).toBe(5);
    expect((await read<Features>(`${path}-180,85,180,90`)).numberMatched).toBe(0);
  });

  test("AT 16 /ats/core/fc-limit-definition", async () => {
    expect(await parameter("limit")).toMatchObject({
      in: "query",
      required: false,
      style: "form",
      explode: false,
      schema: { type: "integer", minimum: 1, default: 10, maximum: 10_000 },
    });
  });

  test("AT 17 /ats/core/fc-limit-response: no more than asked for, and more than the maximum is no error", async () => {
    const page = await read<Features>("/ogc/collections/fixes/items?limit=2");
    expect([page.numberReturned, page.numberMatched]).toEqual([2, 5]);
    expect((await read<Features>("/ogc/collections/fixes/items?limit=99999")).numberReturned).toBe(
      5,
    );
  });

  test.each(COLLECTIONS)(
    "AT 23 /ats/core/fc-links: pages of %s lead through all, once",
    async (id) => {
      const whole = await read<Features>(`/ogc/collections/${id}/items?studyId=1&limit=10000`);
      const ids: string[] = [];
      let next: string | undefined = `/ogc/collections/${id}/items?studyId=1&limit=1`;
      while (next) {
        const page: Features = await read<Features>(next);
        ids.push(...page.features.map((feature) => feature.id));
        expect(page.numberMatched).toBe(whole.numberMatched);
        const link = page.links.find(({ rel }) => rel === "next");
        expect(link?.type ?? "application/geo+json").toBe("application/geo+json");
        next = link?.href;
      }
      expect(ids).toEqual(whole.features.map((feature) => feature.id));
    },
  );

  test("AT 23 /ats/core/fc-links: a next link repeats the filters, and takes another limit", async () => {
    const first = await read<Features>(
      "/ogc/collections/fixes/items?limit=1&trackerId=1&bbox=4,51,5,52&datetime=2026-05-01T00:00:00Z/..",
    );
    const next = new URL(linkOf(first, "next").href);
    expect(next.searchParams.get("bbox")).toBe("4,51,5,52");
    expect(next.searchParams.get("cursor")).toMatch(/^[A-Za-z0-9_-]+$/);
    next.searchParams.set("limit", "100");
    expect((await read<Features>(next.href)).numberReturned).toBe(first.numberMatched - 1);
  });

  test("AT 18 /ats/core/fc-time-definition", async () => {
    expect(await parameter("datetime")).toMatchObject({
      in: "query",
      required: false,
      style: "form",
      explode: false,
      schema: { type: "string" },
    });
  });

  test.each([
    ["2026-05-02T09:00:00Z", 1],
    ["2026-05-02T11:00:00%2B02:00", 1],
    ["2026-05-02T09:00:00Z/2026-05-08T09:00:00Z", 3],
    ["2026-05-08T09:00:00Z/..", 2],
    ["2026-05-08T09:00:00Z/", 2],
    ["../2026-05-02T09:00:00Z", 2],
    ["/2026-05-02T09:00:00Z", 2],
    ["2026-05-08", 1],
    ["2026-05-08T00:00:00Z/..&datetime=../2026-05-08T23:00:00Z", 1],
    ["1999-01-01T00:00:00Z", 0],
  ])("AT 19 /ats/core/fc-time-response: datetime=%s gives %i fixes", async (datetime, count) => {
    const page = await read<Features>(`/ogc/collections/fixes/items?datetime=${datetime}`);
    expect(page.numberMatched).toBe(count);
  });

  test.each([
    "limit=0",
    "limit=-1",
    "limit=abc",
    "limit=1.5",
    "limit=1&limit=2",
    "bbox=1,2,3",
    "bbox=1,2,3,4,5",
    "bbox=1,2,3,north",
    "bbox=1,9,3,4",
    "bbox=,,,",
    "datetime=yesterday",
    "datetime=2026-02-30",
    "datetime=../..",
    "datetime=2026-05-02T00:00:00Z/2026-05-01T00:00:00Z",
    "datetime=a/b/c",
    "crs=http://www.opengis.net/def/crs/EPSG/0/9999",
    "bbox=1,2,3,4&bbox-crs=EPSG:4326",
    "trackerId=one",
    "f=xml",
    "cursor=e30",
    "cursor=WyInOyIsMV0",
    "cursor=%00",
  ])("AT 20 /ats/core/query-param-invalid: %s is 400", async (query) => {
    const response = await get(`/ogc/collections/fixes/items?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    expect(response.json()).toMatchObject({ status: 400, detail: expect.any(String) });
  });

  test.each([
    "/ogc/collections/fixes/items?colour=yellow",
    "/ogc/collections/fixes/items?condition=worn",
    "/ogc/collections/fixes?limit=1",
    "/ogc/?unknown=1",
  ])("AT 21 /ats/core/query-param-unknown: %s is 400", async (path) => {
    expect((await get(path)).statusCode).toBe(400);
  });

  test.each(COLLECTIONS)("AT 27-29 /ats/core/f-op, f-success, f-links: one of %s", async (id) => {
    const { features } = await read<Features>(`/ogc/collections/${id}/items`);
    for (const expected of features) {
      const response = await get(`/ogc/collections/${id}/items/${expected.id}`);
      expect(response.headers["content-type"]).toBe("application/geo+json");
      const { links, ...feature } = response.json<{ links: Link[] }>();
      expect(feature).toEqual(expected);
      linkOf({ links }, "self", "application/geo+json");
      linkOf({ links }, "alternate", "text/html");
      expect(linkOf({ links }, "collection").href).toBe(`${ROOT}/collections/${id}`);
    }
  });
});
