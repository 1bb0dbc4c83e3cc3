// A port of those abstract tests of the OGC suite (Features Part 1, Annex A) that ask for behaviour of
// the documents. Each is named with its id there.
import { describe, expect, test } from "vitest";
import { CRS84 } from "./crs.ts";
import type { Link } from "./links.ts";
import { linkOf, ROOT, useReadingApi } from "./testing.ts";

const { get, read } = useReadingApi();
const COLLECTIONS = ["items", "fixes", "sightings", "journeys", "episodes"];

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
