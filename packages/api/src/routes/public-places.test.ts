import { VectorTile } from "@mapbox/vector-tile";
import { coarseLevel, coarsePosition, type Position } from "@zpr/model";
import { writeRiver } from "@zpr/storage/testing";
import { NOW, RIVER } from "@zpr/testkit";
import { PbfReader } from "pbf";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

const METRES = 1000;
const api = useApi();
/** The id that a phone made; who knows it can send photos with the report. */
const SECRET_ID = RIVER.sightings[0]?.id ?? "";
const [BOTTLE = "", FOUND = ""] = RIVER.items.map(({ code }) => code);
const FOUND_AT: Position = [4.35, 51.15];

beforeEach(async () => {
  await writeRiver(api.database(), RIVER);
  await api
    .database()
    .insertInto("episode")
    .values({
      item_id: 1,
      state: "stranded",
      started_at: new Date("2026-05-02T09:00:00Z"),
      ended_at: new Date("2026-05-02T19:00:00Z"),
      from_longitude: 4.32,
      from_latitude: 51.12,
      to_longitude: 4.32,
      to_latitude: 51.12,
      from_kilometre: 12.3,
      to_kilometre: 12.3,
      end_reason: "moved",
      fix_count: 3,
      travelled_metres: 0,
      interval_seconds: 3600,
      hidden_from: null,
      hidden_to: null,
      is_settled: true,
    } as never)
    .execute();
  api.setNow(NOW.toISOString());
});

async function coarse(metres: number): Promise<void> {
  api.asAdministrator();
  const answer = await api.send("PATCH", "/api/v1/studies/1", { publicCoarseMetres: metres });
  expect(answer.json().publicCoarseMetres).toBe(metres);
  api.asNobody();
}

const json = async (url: string) => (await api.get(url)).json();

/** Every place in a piece of GeoJSON. */
function placesIn(value: unknown): readonly Position[] {
  if (!Array.isArray(value))
    return typeof value === "object" && value !== null
      ? Object.values(value).flatMap(placesIn)
      : [];
  const isPlace = value.length === 2 && value.every((one) => typeof one === "number");
  return isPlace ? [value as unknown as Position] : value.flatMap(placesIn);
}

async function tilePlaces(layer: string, z: number, at: Position): Promise<readonly Position[]> {
  const side = 2 ** z;
  const x = Math.floor(((at[0] + 180) / 360) * side);
  const sine = Math.sin((at[1] * Math.PI) / 180);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
  const { statusCode, rawPayload } = await api.get(`/tiles/${layer}/${z}/${x}/${y}.mvt?studyId=1`);
  if (statusCode === 204) return [];
  const points = new VectorTile(new PbfReader(rawPayload)).layers[layer];
  return Array.from({ length: points?.length ?? 0 }, (_, n) => {
    const place = points?.feature(n).toGeoJSON(x, y, z).geometry;
    return (place?.type === "Point" ? place.coordinates : []) as unknown as Position;
  });
}

const ogc = (id: string) => async () =>
  placesIn(
    (await json(`/ogc/collections/${id}/items?studyId=1&limit=100`)).features.map(
      ({ geometry }: { geometry: unknown }) => geometry,
    ),
  );

interface Surface {
  readonly places: () => Promise<readonly Position[]>;
  readonly has: Position;
  /** Members get the same as everybody. */
  readonly isAlike?: true;
}

/** Every public answer with places in it, where it tells them. Tiles have 4096 steps a side. */
const SURFACES: Readonly<Record<string, Surface>> = {
  "an item": {
    places: async () => placesIn((await json(`/api/v1/items/${BOTTLE}`)).release),
    has: [4.3, 51.1],
    isAlike: true,
  },
  "a journey": {
    places: async () => placesIn((await json(`/api/v1/items/${BOTTLE}/journey`)).features),
    has: [4.4, 51.22],
  },
  "a journey without a tracker": {
    places: async () => placesIn((await json(`/api/v1/items/${FOUND}/journey`)).features),
    has: FOUND_AT,
  },
  "items of /ogc": { places: ogc("items"), has: FOUND_AT },
  "fixes of /ogc": { places: ogc("fixes"), has: [4.4, 51.22] },
  "journeys of /ogc": { places: ogc("journeys"), has: [4.4, 51.22] },
  "sightings of /ogc": { places: ogc("sightings"), has: FOUND_AT },
  "episodes of /ogc": { places: ogc("episodes"), has: [4.32, 51.12] },
};

describe("with coarse positions", () => {
  it.each(Object.entries(SURFACES))("%s is told by the middles of cells", async (_, surface) => {
    const exact = await surface.places();
    expect(exact).toContainEqual(surface.has);
    await coarse(METRES);
    const told = await surface.places();
    expect(told).toHaveLength(exact.length);
    for (const [n, place] of exact.entries())
      expect(told[n]).toEqual(coarsePosition(place, METRES).map((it) => expect.closeTo(it, 6)));
    api.asMember(1, "viewer");
    if (!surface.isAlike) expect(await surface.places()).toContainEqual(surface.has);
  });

  it.each([
    ["fixes", [4.4, 51.22]],
    ["sightings", FOUND_AT],
  ] as const)("tiles of %s are told so at every zoom", async (layer, place) => {
    await coarse(METRES);
    const middle = coarsePosition(place, METRES);
    for (const z of [0, 12, coarseLevel(METRES), 17, 20]) {
      // Keys are cells of level 26 themselves.
      const step = 360 / 2 ** Math.min(z + 12, 26) + 1e-9;
      // The middle is a corner of smaller tiles: it is in the one to the south-east.
      const inside: Position = [middle[0] + 1e-7, middle[1] - 1e-7];
      const found = (await tilePlaces(layer, z, inside)).filter(
        ([longitude, latitude]) =>
          Math.abs(longitude - middle[0]) <= step && Math.abs(latitude - middle[1]) <= step,
      );
      expect([z, found.length]).toEqual([z, 1]);
    }
    expect(await tilePlaces(layer, 20, place)).toEqual([]);
  });

  it.each(["items", "fixes", "journeys", "sightings", "episodes"])(
    "boxes of %s are of the told places, so that asking box by box tells no more",
    async (id) => {
      const place = SURFACES[`${id} of /ogc`]?.has ?? FOUND_AT;
      const matched = async ([x, y]: Position) => {
        const box = [x - 1e-5, y - 1e-5, x + 1e-5, y + 1e-5].join(",");
        return (await json(`/ogc/collections/${id}/items?studyId=1&bbox=${box}`)).numberMatched;
      };
      expect(await matched(place)).toBe(1);
      await coarse(METRES);
      expect([await matched(place), await matched(coarsePosition(place, METRES))]).toEqual([0, 1]);
    },
  );

  it("tells nothing beside them from which the place could be worked out", async () => {
    await coarse(METRES);
    const [fix] = (await json("/ogc/collections/fixes/items?studyId=1")).features;
    expect(fix.properties).toMatchObject({ speedMetresPerSecond: null, accuracyMetres: METRES });
    const [episode] = (await json("/ogc/collections/episodes/items")).features;
    expect(episode.properties).toMatchObject({ fromKilometre: null, toKilometre: null });
    const [item] = (await json("/ogc/collections/items/items?studyId=1")).features;
    expect(item.properties.netMetres).toBeNull();
    const { properties } = await json(`/api/v1/items/${BOTTLE}/journey`);
    expect(properties.travelledMetres % METRES).toBe(0);
  });

  it("cannot be coarser than five kilometres, and live events are for members only", async () => {
    api.asAdministrator();
    const wide = { publicCoarseMetres: 5001 };
    expect((await api.send("PATCH", "/api/v1/studies/1", wide)).statusCode).toBe(400);
    api.asNobody();
    expect((await api.get("/api/v1/events")).statusCode).toBe(401);
  });
});

describe("the id that a phone gave its report", () => {
  const answers = {
    journey: `/api/v1/items/${FOUND}/journey`,
    "sightings of /ogc": "/ogc/collections/sightings/items",
    "sightings of /ogc as a page": "/ogc/collections/sightings/items?f=html",
    tile: "/tiles/sightings/0/0/0.mvt",
  };
  it.each(Object.entries(answers))(
    "is in the %s for members, and for nobody else",
    async (_, url) => {
      expect((await api.get(url)).rawPayload.toString("latin1")).not.toContain(SECRET_ID);
      api.asMember(1, "viewer");
      expect((await api.get(url)).rawPayload.toString("latin1")).toContain(SECRET_ID);
    },
  );

  it("leads nobody to the public one, and the public one is always the same", async () => {
    const one = async () =>
      (await json(`/ogc/collections/sightings/items?itemCode=${FOUND}`)).features[0].id;
    const id = await one();
    expect(id).not.toBe(SECRET_ID);
    expect(await one()).toBe(id);
    const items = "/ogc/collections/sightings/items";
    expect((await json(`${items}/${id}`)).id).toBe(id);
    expect((await api.get(`${items}/${SECRET_ID}`)).statusCode).toBe(404);
    expect((await json(`/api/v1/items/${FOUND}/journey`)).features[1].id).toBe(id);
    const photo = await api.sendImage(`/api/v1/sightings/${id}/photos/1`, Buffer.from("no photo"));
    expect(photo.statusCode).toBe(404);
  });

  it("is not needed to go from page to page", async () => {
    for (const who of [() => api.asNobody(), () => api.asMember(1, "viewer")]) {
      who();
      const first = await json("/ogc/collections/sightings/items?limit=1");
      const next = first.links.find(({ rel }: { rel: string }) => rel === "next").href;
      const second = await json(next.replace("http://localhost:8080", ""));
      const codes = [first, second].map(({ features }) => features[0].properties.itemCode);
      expect(codes.toSorted()).toEqual([BOTTLE, FOUND].toSorted());
    }
  });
});
