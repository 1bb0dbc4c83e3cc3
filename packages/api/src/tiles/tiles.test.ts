import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, test } from "vitest";
import { MEMBER, useReadingApi } from "../ogc/testing.ts";

const { app, get, read } = useReadingApi();
const WORLD = "/tiles/fixes/0/0/0.mvt";

async function layer(url: string, headers: Record<string, string> = {}) {
  const { statusCode, rawPayload } = await get(url, headers);
  expect(statusCode).toBe(200);
  const [name = ""] = Object.keys(new VectorTile(new PbfReader(rawPayload)).layers);
  expect(url).toContain(`/${name}/`);
  return new VectorTile(new PbfReader(rawPayload)).layers[name];
}

describe("GET /tiles/{layer}/{z}/{x}/{y}.mvt", () => {
  test("holds the public fixes, with what a map needs", async () => {
    const fixes = await layer(WORLD);
    expect([fixes?.version, fixes?.extent, fixes?.length]).toEqual([2, 4096, 5]);
    expect(fixes?.feature(0).type).toBe(1);
    expect(fixes?.feature(0).properties).toEqual({
      id: expect.stringMatching(/^1\.\w+\.\w+$/),
      tracker: 1,
      time: Date.parse("2026-05-01T09:00:00Z") / 1000,
      flagged: 0,
      network: 0,
      count: 1,
      item: expect.stringMatching(/^00001/),
    });
  });

  test("has the same ids as the features of /ogc", async () => {
    const id = (await layer(WORLD))?.feature(3).properties["id"];
    expect(await read(`/ogc/collections/fixes/items/${id}`)).toMatchObject({ id });
  });

  test("puts a point where it is, to a 4096th of a side of the tile", async () => {
    for (const [z, x, y] of [
      [0, 0, 0],
      [12, 2098, 1367],
      [14, 8392, 5469],
    ] as const) {
      const fixes = await layer(
        `/tiles/fixes/${z}/${x}/${y}.mvt?from=2026-05-03T00:00:00Z&studyId=1`,
      );
      const place = fixes?.feature(0).toGeoJSON(x, y, z).geometry;
      const [longitude = 0, latitude = 0] = place?.type === "Point" ? place.coordinates : [];
      const step = 360 / 4096 / 2 ** z;
      expect(Math.abs(longitude - 4.4)).toBeLessThan(step);
      expect(Math.abs(latitude - 51.22)).toBeLessThan(step);
    }
  });

  test("shows members flagged fixes, marked, and everybody sightings", async () => {
    const flags = async (headers = {}) => {
      const fixes = await layer(`${WORLD}?studyId=1`, headers);
      return Array.from(
        { length: fixes?.length ?? 0 },
        (_, i) => fixes?.feature(i).properties["flagged"],
      );
    };
    expect(await flags()).toEqual([0, 0, 0]);
    expect(await flags(MEMBER)).toEqual([1, 0, 1, 0, 0, 1]);
    const sightings = await layer("/tiles/sightings/0/0/0.mvt");
    expect(sightings?.feature(0).properties).toMatchObject({ condition: "worn", count: 1 });
  });

  test("is empty where nothing is", async () => {
    const { statusCode, body } = await get("/tiles/fixes/3/0/0.mvt");
    expect([statusCode, body]).toEqual([204, ""]);
    expect((await get(`${WORLD}?from=2027-01-01T00:00:00Z`)).statusCode).toBe(204);
  });

  test.each([
    "/tiles/fixes/3/8/0.mvt",
    "/tiles/fixes/3/0/8.mvt",
    "/tiles/fixes/3/-1/0.mvt",
    "/tiles/fixes/21/0/0.mvt",
    "/tiles/fixes/3/1.5/0.mvt",
    "/tiles/fixes/z/0/0.mvt",
    `${WORLD}?studyId=all`,
    `${WORLD}?from=yesterday`,
  ])("refuses %s", async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(400);
    expect(response.headers["content-type"]).toContain("application/problem+json");
  });

  test("is compressed for those who take it, and not sent again while it stays the same", async () => {
    const plain = await get(WORLD);
    const zipped = await get(WORLD, { "accept-encoding": "br, gzip" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload);
    expect(plain.headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
    expect(plain.headers["cache-control"]).toBe("private, max-age=10");
    expect(
      (await get(WORLD, { "accept-encoding": "gzip;q=0" })).headers["content-encoding"],
    ).toBeUndefined();
    const again = await get(WORLD, { "if-none-match": String(plain.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await get(WORLD, MEMBER)).headers.etag).not.toBe(plain.headers.etag);
  });

  test("may be read by pages of any site", async () => {
    const { headers } = await app().inject({ method: "OPTIONS", url: WORLD });
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("GET /tiles/{layer}.json", () => {
  test("leads to the tiles, with the filters asked for, and describes them", async () => {
    const about = await read<{
      tilejson: string;
      tiles: string[];
      maxzoom: number;
      vector_layers: { id: string; fields: object }[];
    }>("/tiles/fixes.json?studyId=1&from=2026-05-03T00:00:00Z");
    expect(about.tilejson).toBe("3.0.0");
    const url = (about.tiles[0] ?? "").replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
    expect(url).toMatch(/^https:\/\/rivers\.example\/tiles\/fixes\/0\/0\/0\.mvt\?/);
    const fixes = await layer(url);
    expect(fixes?.length).toBe(1);
    const described = Object.keys(about.vector_layers[0]?.fields ?? {});
    expect(described).toEqual(
      expect.arrayContaining(Object.keys(fixes?.feature(0).properties ?? {})),
    );
    expect((await get(`/tiles/fixes/${about.maxzoom + 1}/0/0.mvt`)).statusCode).toBe(400);
  });
});
