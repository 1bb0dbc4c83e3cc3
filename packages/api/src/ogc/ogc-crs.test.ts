// The abstract tests of Features Part 2, Annex A, each named with its number there.
import { describe, expect, test } from "vitest";
import { CRS84, WEB_MERCATOR } from "./crs.ts";
import { type Features, useReadingApi } from "./testing.ts";

const { get, read } = useReadingApi();
const COLLECTIONS = ["items", "fixes", "sightings", "journeys"];

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
