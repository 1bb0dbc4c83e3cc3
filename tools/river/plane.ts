/** A point in metres on a plane that touches the earth at the middle of the Scheldt. */
export type Point = readonly [east: number, north: number];
/** WGS 84 degrees, longitude first. */
export type Position = readonly [longitude: number, latitude: number];

const ORIGIN: Position = [4, 51.2];
const METRES_PER_DEGREE = 111_320;
const EAST_METRES_PER_DEGREE = METRES_PER_DEGREE * Math.cos((ORIGIN[1] * Math.PI) / 180);

/** Degrees to metres; good to 0.3 % within 60 km of the origin, far below the error of the lines. */
export function toPlane([longitude, latitude]: Position): Point {
  return [
    (longitude - ORIGIN[0]) * EAST_METRES_PER_DEGREE,
    (latitude - ORIGIN[1]) * METRES_PER_DEGREE,
  ];
}

/** Metres back to degrees, to five decimals (about a metre). */
export function toDegrees([east, north]: Point): Position {
  return [
    Number((east / EAST_METRES_PER_DEGREE + ORIGIN[0]).toFixed(5)),
    Number((north / METRES_PER_DEGREE + ORIGIN[1]).toFixed(5)),
  ];
}

/** Metres between two points. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The point a share of the way from one point to another. */
function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Metres from a point to the nearest place on a line. */
export function distanceToLine(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [a, b] of pairs(line)) {
    const squared = distance(a, b) ** 2;
    const along = (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1]);
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, along / squared));
    nearest = Math.min(nearest, distance(point, between(a, b, share)));
  }
  return nearest;
}

/** The pieces of a line. */
export function pairs(line: readonly Point[]): [Point, Point][] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to]);
}

/** The index of the vertex nearest to a point. */
export function nearestVertex(line: readonly Point[], point: Point): number {
  let best = 0;
  line.forEach((vertex, index) => {
    if (distance(vertex, point) < distance(line[best] ?? vertex, point)) best = index;
  });
  return best;
}

/** Unit vector to the right of the line at a vertex, looking downstream. */
export function rightOf(line: readonly Point[], index: number): Point {
  const before = line[Math.max(0, index - 1)] ?? [0, 0];
  const after = line[Math.min(line.length - 1, index + 1)] ?? [0, 0];
  const length = distance(before, after) || 1;
  return [(after[1] - before[1]) / length, -(after[0] - before[0]) / length];
}

/** Corner cutting after Chaikin: a generalised line that bends like water. */
export function rounded(line: readonly Point[], times: number): Point[] {
  let result = [...line];
  for (let round = 0; round < times; round++) {
    const [first, last] = [result[0], result.at(-1)];
    const cut = pairs(result).flatMap(([a, b]) => [between(a, b, 0.25), between(a, b, 0.75)]);
    result = first && last ? [first, ...cut.slice(1, -1), last] : cut;
  }
  return result;
}

/** The same line with vertices at even steps of about `step` metres. */
export function evenly(line: readonly Point[], step: number): Point[] {
  const length = pairs(line).reduce((sum, [a, b]) => sum + distance(a, b), 0);
  const count = Math.max(1, Math.round(length / step));
  const result: Point[] = [];
  let walked = 0;
  for (const [a, b] of pairs(line)) {
    const piece = distance(a, b);
    while (result.length < count && (result.length * length) / count < walked + piece)
      result.push(between(a, b, ((result.length * length) / count - walked) / (piece || 1)));
    walked += piece;
  }
  const last = line.at(-1);
  return last ? [...result, last] : result;
}
