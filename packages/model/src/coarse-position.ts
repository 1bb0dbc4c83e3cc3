import type { Position } from "./position.ts";
import { tileCellBounds } from "./tile-cell.ts";
import { TILE_KEY_LEVEL, tileKey } from "./tile-key.ts";

/** The widest cells, in metres: a study that hides more than this had better not be public. */
export const MAX_COARSE_METRES = 5000;

/** Metres around the equator, halved as at 60 degrees of latitude. */
const AROUND_METRES = 20_037_508.342789244;

/** The level of map tiles whose sides are so many metres at 60 degrees of latitude, longer nearer the equator. */
export function coarseLevel(metres: number): number {
  return Math.floor(Math.log2(AROUND_METRES / metres));
}

/** The middle of the grid's cell that a position lies in, the same each time; itself for 0 metres. */
export function coarsePosition(position: Position, metres: number): Position {
  if (metres === 0) return position;
  const level = coarseLevel(metres);
  const cell = Math.floor(tileKey(position) / 4 ** (TILE_KEY_LEVEL - level));
  // The middle of a cell is the north-west corner of the last of its quarters.
  const [west, , , north] = tileCellBounds(cell * 4 + 3, level + 1);
  return [west, north];
}
