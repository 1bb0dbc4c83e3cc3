import { type BoundingBox, TILE_KEY_LEVEL } from "./tile-key.ts";

/** Columns from the west, rows from the north. */
type TileCellPlace = readonly [column: number, row: number];

const HALF_BITS = 26;
const HALF = 2 ** HALF_BITS;

/** Takes a tile key, of any level, apart into column and row. */
export function tileCell(key: number): TileCellPlace {
  const high = Math.floor(key / HALF);
  const low = key % HALF;
  const side = 2 ** (HALF_BITS / 2);
  return [gather(high) * side + gather(low), gather(high >>> 1) * side + gather(low >>> 1)];
}

/** The box in degrees around a cell, given by its key at a level of at most 26. */
export function tileCellBounds(key: number, level: number = TILE_KEY_LEVEL): BoundingBox {
  const [column, row] = tileCell(key);
  const side = 2 ** level;
  return [
    toLongitude(column / side),
    toLatitude((row + 1) / side),
    toLongitude((column + 1) / side),
    toLatitude(row / side),
  ];
}

function toLongitude(share: number): number {
  return share * 360 - 180;
}

function toLatitude(share: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI;
}

/** Every second bit of a number of 26 bits, from the lowest on. */
function gather(value: number): number {
  let bits = value & 0x55555555;
  bits = (bits | (bits >>> 1)) & 0x33333333;
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >>> 4)) & 0x00ff00ff;
  return (bits | (bits >>> 8)) & 0x0000ffff;
}
