import type { Position } from "@zpr/model";

const METRES_PER_DEGREE = 111_320;

/** Metres east and north from one place to another nearby. */
export function metresBetween(from: Position, to: Position): readonly [number, number] {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180);
  return [(to[0] - from[0]) * perDegreeEast, (to[1] - from[1]) * METRES_PER_DEGREE];
}

/** The place some metres east and north of another. */
export function moved(from: Position, east: number, north: number): Position {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180);
  return [from[0] + east / perDegreeEast, from[1] + north / METRES_PER_DEGREE];
}
