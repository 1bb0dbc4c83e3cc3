import type { Position, RiverDrawing, RiverLine, WaterPolygon } from "@zpr/model";

/** GeoJSON as far as a river can be in it. */
export interface RiverGeoJson {
  readonly type: string;
  readonly name?: unknown;
  readonly crs?: unknown;
  readonly features?: readonly RiverGeoJson[];
  readonly geometries?: readonly RiverGeoJson[];
  readonly geometry?: RiverGeoJson | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly coordinates?: unknown;
}

/** Lines and water in GeoJSON: each part of a MultiLineString is a line; what is neither line nor polygon is left out. */
export function readDrawing(
  geoJson: RiverGeoJson,
  name: string,
): Pick<RiverDrawing, "lines" | "water"> {
  const own = geoJson.properties?.["name"];
  const called = typeof own === "string" && own !== "" ? own : name;
  const within = [...(geoJson.features ?? []), ...(geoJson.geometries ?? [])];
  const parts = geoJson.geometry ? [geoJson.geometry, ...within] : within;
  const inner = parts.map((part) => readDrawing(part, called));
  const { type, coordinates } = geoJson;
  const line = (corners: readonly Position[]): RiverLine => ({
    name: called,
    coordinates: corners,
  });
  return {
    lines: [
      ...(type === "LineString" ? [line(positionsOf(coordinates))] : []),
      ...(type === "MultiLineString"
        ? partsOf(coordinates).map((one) => line(positionsOf(one)))
        : []),
      ...inner.flatMap(({ lines }) => lines),
    ],
    water: [
      ...(type === "Polygon" ? [ringsOf(coordinates)] : []),
      ...(type === "MultiPolygon" ? partsOf(coordinates).map(ringsOf) : []),
      ...inner.flatMap(({ water }) => water),
    ],
  };
}

/** Whether GeoJSON says that it is in another system than WGS 84, as files before RFC 7946 could. */
export function isForeignSystem({ crs }: RiverGeoJson): boolean {
  if (crs === undefined || crs === null) return false;
  return !/CRS:?84|4326|WGS ?84/i.test(JSON.stringify(crs));
}

function ringsOf(coordinates: unknown): WaterPolygon {
  return partsOf(coordinates).map(positionsOf);
}

function partsOf(coordinates: unknown): readonly unknown[] {
  return Array.isArray(coordinates) ? coordinates : [];
}

/** Heights are left out; what is no position becomes one that is nowhere on the globe. */
function positionsOf(coordinates: unknown): readonly Position[] {
  return partsOf(coordinates).map((one) => {
    const [longitude, latitude] = partsOf(one);
    return [degrees(longitude), degrees(latitude)];
  });
}

function degrees(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
}
