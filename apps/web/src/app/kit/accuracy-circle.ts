import type { Position } from "@zpr/model";
import type { FeatureCollection } from "geojson";

const CORNERS = 64;
const METRES_PER_DEGREE = 111_195;

/** The circle around a place within which it is known, for a map; the radius is in metres. */
export function accuracyCircle([longitude, latitude]: Position, metres: number): FeatureCollection {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
  const geometry = { type: "Polygon" as const, coordinates: [ring] };
  const feature = { type: "Feature" as const, geometry, properties: { kind: "accuracy" } };
  return { type: "FeatureCollection", features: [feature] };
}
