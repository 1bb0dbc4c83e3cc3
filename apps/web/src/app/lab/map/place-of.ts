import type { FeatureCollection } from "geojson";
import type { GroupInView } from "./in-view.ts";
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

/** Others come and go as time is played. */
const STAYING: ReadonlySet<MapChoice["kind"]> = new Set(["tracker", "item", "release"]);

/** The mean place of what is in view and stays there; undefined when there is nothing. */
export function middleOf(groups: readonly GroupInView[]): readonly [number, number] | undefined {
  const places = groups
    .filter(({ kind }) => STAYING.has(kind))
    .flatMap(({ things }) => things.flatMap(({ at }) => (at ? [at] : [])));
  if (places.length === 0) return undefined;
  const mean = (part: 0 | 1) =>
    places.reduce((sum, place) => sum + (place[part] ?? 0), 0) / places.length;
  return [mean(0), mean(1)];
}
