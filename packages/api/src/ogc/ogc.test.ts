// A port of those abstract tests of the OGC suite (Features Part 1, Annex A; Part 2, Annex A) that ask
// for behaviour. Each is named with its id there.
import { describe, expect, test } from "vitest";
import { CRS84, WEB_MERCATOR } from "./crs.ts";
import type { Link } from "./links.ts";
import { useReadingApi } from "./testing.ts";

const ROOT = "https://rivers.example/ogc";
const app = useReadingApi("https://rivers.example");

const COLLECTIONS = ["items", "fixes", "sightings", "journeys"];

interface Features {
  readonly type: string;
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly timeStamp: string;
  readonly links: readonly Link[];
  readonly features: readonly {
    readonly type: string;
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

async function get(path: string, headers: Record<string, string> = {}) {
  return app().inject({ url: path.replace(ROOT, "/ogc"), headers });
}

async function read<Document>(path: string): Promise<Document> {
  const response = await get(path);
  expect(response.statusCode).toBe(200);
  return response.json<Document>();
}

function linkOf(document: { readonly links: readonly Link[] }, rel: string, type?: string): Link {
  const link = document.links.find((it) => it.rel === rel && (!type || it.type === type));
  if (!link) throw new Error(`no link ${rel} of type ${type}`);
  expect(link.href).toMatch(/^https:\/\/rivers\.example\/ogc/);
  return link;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: object;
  readonly style?: string;
  readonly explode?: boolean;
}

async function parametersOf(path: string): Promise<readonly Parameter[]> {
  const api = await read<{ paths: Record<string, { get: { parameters: Parameter[] } }> }>(
    "/ogc/api",
  );
  return api.paths[path]?.get.parameters ?? [];
}

async function parameter(name: string): Promise<Parameter | undefined> {
  const all = await parametersOf("/collections/{collectionId}/items");
  return all.find((it) => it.name === name);
}

describe("Part 1, A.2: core", () => {
  test("AT 3, 4 /ats/core/root-op, root-success: the landing page leads everywhere", async () => {
    for (const path of ["/ogc", "/ogc/"]) {
      const landing = await read<{ title: string; links: Link[] }>(path);
      expect(landing.title).toBe("Zero Plastic Rivers");
      const description = "application/vnd.oai.openapi+json;version=3.0";
      for (const [rel, type] of [
        ["service-desc", description],
        ["service-doc", "text/html"],
        ["conformance", "application/json"],
        ["data", "application/json"],
        ["alternate", "text/html"],
      ] as const) {
        const answer = await get(linkOf(landing, rel, type).href, { accept: type });
        expect(answer.statusCode).toBe(200);
        expect(answer.headers["content-type"]).toContain(type);
      }
    }
  });

  test("AT 5, 6 /ats/core/api-definition-op, -success: OpenAPI 3.0 with every operation defined", async () => {
    const api = await read<{
      openapi: string;
      servers: { url: string }[];
      paths: Record<string, { get: { responses: object } }>;
    }>("/ogc/api");
    expect(api.openapi).toMatch(/^3\.0\.\d$/);
    expect(api.servers[0]?.url).toBe(ROOT);
    for (const path of [
      "/conformance",
      "/collections",
      "/collections/{collectionId}",
      "/collections/{collectionId}/items",
      "/collections/{collectionId}/items/{featureId}",
    ])
      expect(api.paths[path]?.get.responses).toHaveProperty("200");
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
    expect(refs.filter((ref) => ref !== "#/components/schemas/problem")).toEqual([]);
  });

  test("AT 7, 8 /ats/core/conformance-op, -success: the classes kept to", async () => {
    const { conformsTo } = await read<{ conformsTo: string[] }>("/ogc/conformance");
    for (const name of ["core", "oas30", "geojson", "html"])
      expect(conformsTo).toContain(
        `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
      );
    expect(conformsTo).toContain("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  });

  test("AT 9, 10 /ats/core/fc-md-op, -success: each collection says where its items are", async () => {
    const list = await read<{
      links: Link[];
      crs: string[];
      collections: { id: string; links: Link[] }[];
    }>("/ogc/collections");
    expect(linkOf(list, "self").type).toBe("application/json");
    expect(linkOf(list, "alternate").type).toBe("text/html");
    expect(list.crs[0]).toBe(CRS84);
    expect(list.collections.map(({ id }) => id)).toEqual(COLLECTIONS);
    for (const collection of list.collections) {
      expect(linkOf(collection, "items", "application/geo+json").href).toBe(
        `${ROOT}/collections/${collection.id}/items`,
      );
      linkOf(collection, "items", "text/html");
    }
  });

  test.each(COLLECTIONS)(
    "AT 11, 12 /ats/core/sfc-md-op, -success: %s is described the same in the list and alone",
    async (id) => {
      const list = await read<{ collections: { id: string; links: Link[] }[] }>("/ogc/collections");
      const alone = await read<{
        id: string;
        links: Link[];
        itemType: string;
        extent: { spatial: { bbox: number[][] }; temporal: { interval: (string | null)[][] } };
      }>(`/ogc/collections/${id}`);
      expect(alone).toEqual(list.collections.find((collection) => collection.id === id));
      expect(alone.itemType).toBe("feature");
      expect(alone.extent.spatial.bbox[0]).toHaveLength(4);
      expect(alone.extent.temporal.interval[0]).toEqual([expect.stringMatching(/^2026-05/), null]);
      for (const { rel, type, href } of alone.links.filter((link) => link.rel !== "self"))
        expect([rel, (await get(href, { accept: type })).statusCode]).toEqual([rel, 200]);
    },
  );

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
      "/ogc/collections/fixes/items?limit=1&itemCode=000012&bbox=4,51,5,52&datetime=2026-05-01T00:00:00Z/..",
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

  test("what does not exist is 404: a collection, a feature, a path", async () => {
    for (const path of [
      "/ogc/collections/dUmmYColLection",
      "/ogc/collections/dUmmYColLection/items",
      "/ogc/collections/items/items/ZZZZZZ",
      "/ogc/collections/sightings/items/1",
      "/ogc/nothing",
    ])
      expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
  });
});

describe("Part 2, A: coordinate reference systems", () => {
  test.each(COLLECTIONS)(
    "AT 1-3 discovery: %s lists its systems, CRS84 first and stored",
    async (id) => {
      const collection = await read<{ crs: string[]; storageCrs: string }>(
        `/ogc/collections/${id}`,
      );
      expect(collection).toMatchObject({ crs: [CRS84, WEB_MERCATOR], storageCrs: CRS84 });
    },
  );

  test.each([CRS84, WEB_MERCATOR])("AT 4-7 crs parameter, Content-Crs: in %s", async (crs) => {
    const here = "/ogc/collections/journeys/items";
    for (const path of [here, `${here}/${(await read<Features>(here)).features[0]?.id}`]) {
      const response = await get(`${path}?crs=${encodeURIComponent(crs)}`);
      expect(response.headers["content-crs"]).toBe(`<${crs}>`);
      const east = JSON.stringify(response.json()).includes("479787");
      expect(east).toBe(crs === WEB_MERCATOR);
    }
    expect((await get(here)).headers["content-crs"]).toBe(`<${CRS84}>`);
  });

  test("AT 8-10 bbox-crs: a box in metres is the same box", async () => {
    const metres = "478674,6639001,482014,6643990";
    const page = await read<Features>(
      `/ogc/collections/fixes/items?bbox=${metres}&bbox-crs=${encodeURIComponent(WEB_MERCATOR)}`,
    );
    expect(page.numberMatched).toBe(2);
  });
});
