import type { Position } from "@zpr/model";
import geodesic from "geographiclib-geodesic";

const wgs84 = geodesic.Geodesic.WGS84;
const RADIANS = Math.PI / 180;
const SQUARED_ECCENTRICITY = wgs84.f * (2 - wgs84.f);
/** Within this many degrees of longitude and of latitude the middle latitude is good to a millimetre. */
const SHORT_DEGREES = 0.02;

/**
 * Length of the geodesic between two places on the WGS 84 ellipsoid, metres.
 * Karney's algorithm (2013); steps of a drifter are short and there are very many of them, so they
 * are measured with the radii of curvature at their middle latitude, fifty times as fast.
 */
export function distanceMetres(from: Position, to: Position): number {
  const [lon1, lat1] = from;
  const [lon2, lat2] = to;
  const isShort = Math.abs(lon2 - lon1) < SHORT_DEGREES && Math.abs(lat2 - lat1) < SHORT_DEGREES;
  if (isShort) return shortMetres(from, to);
  return wgs84.Inverse(lat1, lon1, lat2, lon2, geodesic.Geodesic.DISTANCE).s12 ?? 0;
}

function shortMetres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const middle = ((lat1 + lat2) / 2) * RADIANS;
  const flattening = 1 - SQUARED_ECCENTRICITY * Math.sin(middle) ** 2;
  const acrossRadius = wgs84.a / Math.sqrt(flattening);
  const alongRadius = (acrossRadius * (1 - SQUARED_ECCENTRICITY)) / flattening;
  const east = (lon2 - lon1) * RADIANS * Math.cos(middle) * acrossRadius;
  const north = (lat2 - lat1) * RADIANS * alongRadius;
  return Math.sqrt(east * east + north * north);
}
