import { InvalidValue } from "./invalid-value.ts";

/** WGS 84 degrees, longitude first as in GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

/** Centre lines of water, each from place to place. */
export type WaterLines = readonly (readonly Position[])[];

/** Whether a place can be on the globe at all. */
export function isOnGlobe([longitude, latitude]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Takes two numbers from outside as a place; anything that cannot be on the globe is an `InvalidValue`. */
export function position(longitude: number, latitude: number): Position {
  if (!isOnGlobe([longitude, latitude])) throw new InvalidValue("position", [longitude, latitude]);
  return [longitude, latitude];
}
