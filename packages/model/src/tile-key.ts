/**
 * Tile keys: a position as one number that sorts by place.
 *
 * Web Mercator (EPSG:3857) unit square, 2^26 cells a side, the bits of column and row interleaved
 * (Morton order, row first), as in Bing's quadkeys. 52 bits, so it is exact in a JavaScript number,
 * and every map tile of zoom z is one run of 4^(26-z) keys.
 */
import type { Position } from "./position.ts";

export const TILE_KEY_LEVEL = 26;

/** First and last key of an area, both included. */
export type TileKeyRange = readonly [first: number, last: number];

/** West, south, east, north in WGS 84 degrees. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

const SIDE = 2 ** TILE_KEY_LEVEL;
const HALF = 2 ** (TILE_KEY_LEVEL / 2);
const MAX_LATITUDE = 85.0511287798066;

/** The key of the cell (about 0.6 m at the equator) a position lies in. */
export function tileKey(position: Position): number {
  const column = cell(toX(position[0]));
  const row = cell(toY(position[1]));
  const high = interleave(Math.floor(column / HALF), Math.floor(row / HALF));
  const low = interleave(column % HALF, row % HALF);
  return high * 2 ** TILE_KEY_LEVEL + low;
}

/** The keys under a map tile z/x/y (XYZ scheme). */
export function tileRange(z: number, x: number, y: number): TileKeyRange {
  const size = 4 ** (TILE_KEY_LEVEL - z);
  const cells = 2 ** (TILE_KEY_LEVEL - z);
  const column = x * cells;
  const row = y * cells;
  const high = interleave(Math.floor(column / HALF), Math.floor(row / HALF));
  const low = interleave(column % HALF, row % HALF);
  const first = high * 2 ** TILE_KEY_LEVEL + low;
  return [first, first + size - 1];
}

/** At most `4 * 16` runs of keys that together cover a box; what they cover too much, the caller filters. */
export function boxRanges([west, south, east, north]: BoundingBox): readonly TileKeyRange[] {
  if (west > east)
    return [...boxRanges([west, south, 180, north]), ...boxRanges([-180, south, east, north])];
  const [left, right] = [toX(west), toX(east)];
  const [top, bottom] = [toY(north), toY(south)];
  const span = Math.max(right - left, bottom - top, 2 ** -TILE_KEY_LEVEL);
  const zoom = Math.min(TILE_KEY_LEVEL, Math.max(0, Math.ceil(-Math.log2(span)) + 2));
  const ranges: TileKeyRange[] = [];
  const tiles = 2 ** zoom;
  const last = tiles - 1;
  for (let y = at(top); y <= at(bottom); y++)
    for (let x = at(left); x <= at(right); x++) ranges.push(tileRange(zoom, x, y));
  return merged(ranges);

  function at(share: number): number {
    return Math.min(last, Math.max(0, Math.floor(share * tiles)));
  }
}

/** Joins runs that touch. */
function merged(ranges: readonly TileKeyRange[]): readonly TileKeyRange[] {
  const result: TileKeyRange[] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = result.at(-1);
    if (before && before[1] + 1 === first) result[result.length - 1] = [before[0], last];
    else result.push([first, last]);
  }
  return result;
}

function toX(longitude: number): number {
  return (longitude + 180) / 360;
}

function toY(latitude: number): number {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function cell(share: number): number {
  return Math.min(SIDE - 1, Math.max(0, Math.floor(share * SIDE)));
}

/** Interleaves two numbers of 13 bits: the bits of `row` above those of `column`. */
function interleave(column: number, row: number): number {
  return spread(column) | (spread(row) << 1);
}

function spread(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
