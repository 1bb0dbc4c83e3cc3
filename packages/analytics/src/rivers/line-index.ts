import type { Position } from "@zpr/model";
import Flatbush from "flatbush";
import { distanceMetres } from "../distance.ts";
import { nearestOn } from "../line-distance.ts";

const RADIANS = Math.PI / 180;
/** A degree of latitude is at least this long. */
const METRES_PER_DEGREE = 110_500;

/** The nearest point of a line to some place. */
export interface Foot {
  readonly line: number;
  /** From the beginning of the line, along it. */
  readonly alongMetres: number;
  /** From the place to the foot. */
  readonly offsetMetres: number;
  readonly position: Position;
}

/** A piece of line between two of its corners. */
export interface Segment {
  readonly line: number;
  readonly index: number;
  readonly from: Position;
  readonly to: Position;
  readonly alongMetres: number;
}

/** Lines that can be asked what is near, however many corners they have. */
export interface LineIndex {
  readonly lengthsMetres: readonly number[];
  readonly segments: readonly Segment[];
  /** The nearest foot of all; undefined when there are no lines. */
  nearest(place: Position): Foot | undefined;
  /** One foot on each stretch of line that comes within some metres, the nearest first. */
  within(place: Position, metres: number): readonly Foot[];
  /** Segments whose boxes meet that of a segment. */
  meeting(segment: Segment): readonly Segment[];
}

/** Prepares lines for being asked. */
export function lineIndex(lines: readonly (readonly Position[])[]): LineIndex {
  const { segments, lengthsMetres } = cut(lines);
  const tree = treeOf(segments);
  const near = (place: Position, metres: number) => {
    const north = metres / METRES_PER_DEGREE;
    const east = north / Math.max(0.01, Math.cos((Math.abs(place[1]) + north) * RADIANS));
    const found = tree?.search(
      place[0] - east,
      place[1] - north,
      place[0] + east,
      place[1] + north,
    );
    return (found ?? []).flatMap((at) => segments[at] ?? []);
  };
  return {
    lengthsMetres,
    segments,
    nearest(place) {
      const [at = -1] = tree?.neighbors(...place, 1) ?? [];
      const segment = segments[at];
      if (!segment) return undefined;
      const bound = footOn(place, segment).offsetMetres;
      return this.within(place, bound + 1)[0];
    },
    within(place, metres) {
      const feet = stretches(near(place, metres)).flatMap((stretch) => nearestFoot(place, stretch));
      return feet
        .filter((foot) => foot.offsetMetres <= metres)
        .sort((a, b) => a.offsetMetres - b.offsetMetres || a.line - b.line);
    },
    meeting: ({ from, to }) =>
      (tree?.search(...boxOf(from, to)) ?? []).flatMap((at) => segments[at] ?? []),
  };
}

function cut(lines: readonly (readonly Position[])[]) {
  const segments: Segment[] = [];
  const lengthsMetres = lines.map((corners, line) => {
    let alongMetres = 0;
    corners.slice(1).forEach((to, index) => {
      const from = corners[index] ?? to;
      segments.push({ line, index, from, to, alongMetres });
      alongMetres += distanceMetres(from, to);
    });
    return alongMetres;
  });
  return { segments, lengthsMetres };
}

function treeOf(segments: readonly Segment[]): Flatbush | undefined {
  if (segments.length === 0) return undefined;
  const tree = new Flatbush(segments.length);
  for (const { from, to } of segments) tree.add(...boxOf(from, to));
  tree.finish();
  return tree;
}

function boxOf([x1, y1]: Position, [x2, y2]: Position): [number, number, number, number] {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** Segments that follow each other, together. */
function stretches(found: readonly Segment[]): readonly (readonly Segment[])[] {
  const inOrder = [...found].sort((a, b) => a.line - b.line || a.index - b.index);
  const result: Segment[][] = [];
  for (const segment of inOrder) {
    const before = result.at(-1)?.at(-1);
    if (before?.line === segment.line && before.index + 1 === segment.index)
      result.at(-1)?.push(segment);
    else result.push([segment]);
  }
  return result;
}

function nearestFoot(place: Position, stretch: readonly Segment[]): Foot | readonly Foot[] {
  const feet = stretch.map((segment) => footOn(place, segment));
  return feet.reduce<Foot | readonly Foot[]>(
    (best, foot) => ("line" in best && best.offsetMetres <= foot.offsetMetres ? best : foot),
    [],
  );
}

function footOn(place: Position, { line, from, to, alongMetres }: Segment): Foot {
  const position = nearestOn(place, from, to);
  return {
    line,
    alongMetres: alongMetres + distanceMetres(from, position),
    offsetMetres: distanceMetres(place, position),
    position,
  };
}
