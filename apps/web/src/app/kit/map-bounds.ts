import type { FeatureCollection, Position } from "geojson";

/** West, south, east, north of all points and lines; `undefined` when there are none. */
export function boundsOf({
  features,
}: FeatureCollection): [number, number, number, number] | undefined {
  const bounds: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const take = ([x = 0, y = 0]: Position) => {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  };
  for (const { geometry } of features) {
    if (geometry?.type === "Point") take(geometry.coordinates);
    if (geometry?.type === "LineString" || geometry?.type === "MultiPoint")
      geometry.coordinates.forEach(take);
    if (geometry?.type === "MultiLineString") geometry.coordinates.flat().forEach(take);
  }
  return Number.isFinite(bounds[0]) ? bounds : undefined;
}
