import { expect, it } from "vitest";
import { draftFrom, geoJsonOf, isOnMap } from "./river-draft.ts";

const FILE = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "Rupel" },
      geometry: {
        type: "MultiLineString",
        coordinates: [
          [
            [4.4, 51.1, 3],
            [4.3, 51.12],
          ],
          [
            [4.3, 51.12],
            [4.2, 51.13],
          ],
        ],
      },
    },
    { type: "Feature", properties: null, geometry: { type: "Polygon", coordinates: [[]] } },
    { type: "Feature", properties: null, geometry: null },
  ],
});

it("takes each part of a line with its name, without heights, and keeps water", () => {
  const draft = draftFrom(FILE, "my river.geojson");
  expect(draft?.name).toBe("my river");
  expect(draft?.lines).toMatchObject([
    {
      name: "Rupel",
      coordinates: [
        [4.4, 51.1],
        [4.3, 51.12],
      ],
    },
    { name: "Rupel" },
  ]);
  expect(draft?.water).toEqual([[[]]]);
});

it("says again what came, its coordinate system too", () => {
  const lambert = { type: "name", properties: { name: "EPSG:31370" } };
  const draft = draftFrom(JSON.stringify({ ...JSON.parse(FILE), crs: lambert }), "x.json");
  const sent = draft && geoJsonOf(draft);
  expect(sent?.crs).toEqual(lambert);
  expect(sent?.features.map(({ geometry }) => geometry.type)).toEqual([
    "LineString",
    "LineString",
    "Polygon",
  ]);
});

it("is nothing when the file is no GeoJSON", () => {
  expect(draftFrom("<kml/>", "river.kml")).toBeUndefined();
  expect(draftFrom('{"a": 1}', "river.json")).toBeUndefined();
});

it("knows lines that no map can show", () => {
  expect(isOnMap({ coordinates: [[150_000, 200_000]] })).toBe(false);
  const line = { coordinates: [[4, 51] as const, [Number.NaN, 51] as const] };
  expect(isOnMap(line)).toBe(false);
});
