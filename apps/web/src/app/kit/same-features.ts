import type { Feature } from "geojson";

/** Whether features are drawn alike: lines by being the same ones, points by their places. */
export function isSameFeatures(some: readonly Feature[], others: readonly Feature[]): boolean {
  return some.length === others.length && some.every((one, at) => isSame(one, others[at]));
}

function isSame(one: Feature, other: Feature | undefined): boolean {
  if (one === other) return true;
  return (
    other !== undefined &&
    JSON.stringify(one.properties) === JSON.stringify(other.properties) &&
    isSamePlace(one.geometry, other.geometry)
  );
}

function isSamePlace(one: Feature["geometry"], other: Feature["geometry"]): boolean {
  if (one === other) return true;
  if (one?.type !== "Point" || other?.type !== "Point") return false;
  const [x, y] = one.coordinates;
  return x === other.coordinates[0] && y === other.coordinates[1];
}
