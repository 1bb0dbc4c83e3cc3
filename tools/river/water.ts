import { type Point, pairs, rightOf, toDegrees } from "./plane.ts";
import { HALF_WIDTH_AT_SEA, HALF_WIDTHS } from "./scheldt-facts.ts";

const FARTHEST_SHORE_METRES = 7000;
const BATH_KILOMETRE = 101;
const SEA_KILOMETRE = 148;
/** Drawn a little into the coast line's own water, so that no gap shows between the two. */
const OVERLAP_KILOMETRES = 1.5;

/** The middle of the water at a vertex of the line, and half its width in metres. */
export function betweenShores(
  line: readonly Point[],
  index: number,
  shores: readonly (readonly Point[])[],
): { readonly middle: Point; readonly halfWidth: number } {
  const from = line[index] ?? [0, 0];
  const right = rightOf(line, index);
  const rightMetres = rayLength(from, right, shores);
  const leftMetres = rayLength(from, [-right[0], -right[1]], shores);
  const shift = (rightMetres - leftMetres) / 2;
  return {
    middle: [from[0] + right[0] * shift, from[1] + right[1] * shift],
    halfWidth: (rightMetres + leftMetres) / 2,
  };
}

/** Half-widths by vertex: a table above Bath, the nearer shore below it, a limit at sea. */
export function halfWidths(river: {
  readonly line: readonly Point[];
  readonly kilometres: readonly number[];
  readonly shores: readonly (readonly Point[])[];
}): number[] {
  const raw = river.kilometres.map((kilometre, index) => {
    if (kilometre <= BATH_KILOMETRE) return fromTable(kilometre);
    if (kilometre > SEA_KILOMETRE) return HALF_WIDTH_AT_SEA;
    const from = river.line[index] ?? [0, 0];
    const right = rightOf(river.line, index);
    const left: Point = [-right[0], -right[1]];
    return (
      0.9 * Math.min(rayLength(from, right, river.shores), rayLength(from, left, river.shores))
    );
  });
  return raw.map((_, index) => {
    const near = raw.slice(Math.max(0, index - 3), index + 4);
    return Math.round(Math.min(HALF_WIDTH_AT_SEA, ...near.filter((width) => width > 20)));
  });
}

/** GeoJSON of the schematic river: a polygon of water from Melle to Bath, and the centre line. */
export function waterAbove(river: {
  readonly line: readonly Point[];
  readonly kilometres: readonly number[];
  readonly widths: readonly number[];
  readonly credit: string;
  readonly licence: string;
}): unknown {
  const last = river.kilometres.findLastIndex((km) => km <= BATH_KILOMETRE + OVERLAP_KILOMETRES);
  const part = river.line.slice(0, last + 1);
  const bank = (side: 1 | -1) =>
    withoutLoops(
      part.map((point, index): Point => {
        const right = rightOf(part, index);
        const metres = side * (river.widths[index] ?? 0);
        return [point[0] + right[0] * metres, point[1] + right[1] * metres];
      }),
    );
  const ring = [...bank(1), ...bank(-1).reverse()];
  const properties = { schematic: true, credit: river.credit, licence: river.licence };
  return {
    type: "FeatureCollection",
    features: [
      feature("Polygon", [[...ring, ...ring.slice(0, 1)].map(toDegrees)], { kind: "water" }),
      feature("LineString", part.map(toDegrees), { kind: "centre-line" }),
    ],
  };

  function feature(type: string, coordinates: unknown, more: Readonly<Record<string, string>>) {
    return {
      type: "Feature",
      properties: { ...more, ...properties },
      geometry: { type, coordinates },
    };
  }
}

/** Cuts off the loops that the inner bank of a sharp bend makes when it is offset. */
function withoutLoops(bank: readonly Point[]): Point[] {
  const result: Point[] = [];
  for (let index = 0; index < bank.length; index++) {
    const [a, b] = [bank[index], bank[index + 1]];
    if (!a) continue;
    result.push(a);
    if (!b) continue;
    const reach = Math.min(bank.length - 1, index + 15);
    for (let far = reach; far > index + 1; far--) {
      const [c, d] = [bank[far - 1], bank[far]];
      const met = c && d && crossing([a, b], [c, d]);
      if (met) {
        result.push([a[0] + (b[0] - a[0]) * met.first, a[1] + (b[1] - a[1]) * met.first]);
        index = far - 1;
        break;
      }
    }
  }
  return result;
}

function fromTable(kilometre: number): number {
  const next = HALF_WIDTHS.findIndex(([at]) => at >= kilometre);
  const after = HALF_WIDTHS[Math.max(1, next)];
  const before = HALF_WIDTHS[Math.max(1, next) - 1];
  if (!before || !after) return HALF_WIDTH_AT_SEA;
  const share = (kilometre - before[0]) / (after[0] - before[0]);
  return before[1] + (after[1] - before[1]) * Math.max(0, share);
}

function rayLength(from: Point, way: Point, shores: readonly (readonly Point[])[]): number {
  const end: Point = [
    from[0] + way[0] * FARTHEST_SHORE_METRES,
    from[1] + way[1] * FARTHEST_SHORE_METRES,
  ];
  let nearest = 1;
  for (const shore of shores)
    for (const piece of pairs(shore))
      nearest = Math.min(nearest, crossing([from, end], piece)?.first ?? 1);
  return nearest * FARTHEST_SHORE_METRES;
}

function crossing(
  [a, b]: readonly [Point, Point],
  [c, d]: readonly [Point, Point],
): { readonly first: number } | undefined {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (cross === 0) return undefined;
  const first = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross;
  const second = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross;
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? { first } : undefined;
}
