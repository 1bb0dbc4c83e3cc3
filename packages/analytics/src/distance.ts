import type { Position } from "@zpr/model";
import geodesic from "geographiclib-geodesic";

const wgs84 = geodesic.Geodesic.WGS84;

/** Length of the geodesic between two places on the WGS 84 ellipsoid, metres (Karney 2013). */
export function distanceMetres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  return wgs84.Inverse(lat1, lon1, lat2, lon2, geodesic.Geodesic.DISTANCE).s12 ?? 0;
}
