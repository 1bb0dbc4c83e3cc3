import type { BoundingBox, Position } from "@zpr/model";

/** Longitude and latitude in WGS 84 degrees: how positions are stored, and the default. */
export const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** Easting and northing in metres, as web maps have them. */
export const WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

/** The reference systems in which features are given and boxes taken. */
export const REFERENCE_SYSTEMS = [CRS84, WEB_MERCATOR] as const;
export type ReferenceSystem = (typeof REFERENCE_SYSTEMS)[number];

const RADIUS_METRES = 6_378_137;
/** Where the square of the web map ends; nearer to the poles the projection runs to infinity. */
const MAX_LATITUDE = 85.0511287798066;
const DEGREE = Math.PI / 180;

/** A stored position in another reference system. */
export function project([longitude, latitude]: Position, crs: ReferenceSystem): Position {
  if (crs === CRS84) return [longitude, latitude];
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const northing = RADIUS_METRES * Math.atanh(Math.sin(clamped * DEGREE));
  return [millimetres(RADIUS_METRES * longitude * DEGREE), millimetres(northing)];
}

/** A box of some reference system in degrees. */
export function unproject(box: BoundingBox, crs: ReferenceSystem): BoundingBox {
  if (crs === CRS84) return box;
  const [west, south, east, north] = box;
  return [toLongitude(west), toLatitude(south), toLongitude(east), toLatitude(north)];
}

function toLongitude(easting: number): number {
  return easting / RADIUS_METRES / DEGREE;
}

function toLatitude(northing: number): number {
  return Math.atan(Math.sinh(northing / RADIUS_METRES)) / DEGREE;
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}
