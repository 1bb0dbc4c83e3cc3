import type { FeatureCollection } from "geojson";
import { isChoice, type MapChoice } from "./map-choice.ts";

/** Where a chosen thing is on the map; null when it has no place. */
export function placeOf(
  { features }: FeatureCollection,
  choice: MapChoice | undefined,
): readonly [number, number] | null {
  const found = features.find(({ properties }) => isChoice(choice, properties));
  if (found?.geometry.type !== "Point") return null;
  const [longitude = 0, latitude = 0] = found.geometry.coordinates;
  return [longitude, latitude];
}
