import { expect, it } from "vitest";
import { isForeignSystem, readDrawing } from "./read-drawing.ts";

it("takes lines with their names, parts of lines one by one, and water", () => {
  const line = [
    [4, 51, 2],
    [4.1, 51, 3],
  ];
  const ring = [
    [4, 51],
    [4.1, 51],
    [4.1, 51.1],
    [4, 51],
  ];
  const read = readDrawing(
    {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { name: "Rupel" },
          geometry: { type: "LineString", coordinates: line },
        },
        {
          type: "Feature",
          properties: {},
          geometry: { type: "MultiLineString", coordinates: [line, line] },
        },
        { type: "Feature", properties: null, geometry: { type: "Polygon", coordinates: [ring] } },
        { type: "Feature", properties: null, geometry: { type: "Point", coordinates: [4, 51] } },
        { type: "Feature", properties: null, geometry: null },
      ],
    },
    "Scheldt",
  );
  expect(read.lines.map(({ name }) => name)).toEqual(["Rupel", "Scheldt", "Scheldt"]);
  expect(read.lines[0]?.coordinates).toEqual([
    [4, 51],
    [4.1, 51],
  ]);
  expect(read.water).toEqual([[ring]]);
});

it("puts what is no position nowhere on the globe, for the survey to refuse", () => {
  const read = readDrawing({ type: "LineString", coordinates: [[4, "x"], null] }, "Scheldt");
  expect(read.lines[0]?.coordinates.flat().every(Number.isFinite)).toBe(false);
});

it("knows the old ways of naming a coordinate system", () => {
  const named = (name: string) => ({
    type: "FeatureCollection",
    crs: { type: "name", properties: { name } },
  });
  expect(isForeignSystem({ type: "FeatureCollection" })).toBe(false);
  expect(isForeignSystem(named("urn:ogc:def:crs:OGC:1.3:CRS84"))).toBe(false);
  expect(isForeignSystem(named("urn:ogc:def:crs:EPSG::31370"))).toBe(true);
});
