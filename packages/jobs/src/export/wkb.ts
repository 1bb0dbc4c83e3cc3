import type { Geometry } from "./data-set.ts";

const POINT = 1;
const LINE = 2;

/** A geometry as well-known binary, little-endian. */
export function toWkb(geometry: NonNullable<Geometry>): Uint8Array {
  const places = geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
  const head = geometry.type === "Point" ? 5 : 9;
  const bytes = new Uint8Array(head + places.length * 16);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, geometry.type === "Point" ? POINT : LINE, true);
  if (geometry.type === "LineString") view.setUint32(5, places.length, true);
  places.forEach(([longitude, latitude], at) => {
    view.setFloat64(head + at * 16, longitude, true);
    view.setFloat64(head + at * 16 + 8, latitude, true);
  });
  return bytes;
}
