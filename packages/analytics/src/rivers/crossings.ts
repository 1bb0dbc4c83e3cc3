import type { Position, RiverProblem } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import type { LineIndex, Segment } from "./line-index.ts";

/** Where two lines cross and neither ends: one problem for each two lines. */
export function crossings(
  lines: readonly (readonly Position[])[],
  index: LineIndex,
  joinMetres: number,
): readonly RiverProblem[] {
  const found = new Map<string, RiverProblem>();
  for (const segment of index.segments)
    for (const other of index.meeting(segment)) {
      const key = `${segment.line} ${other.line}`;
      if (other.line <= segment.line || found.has(key)) continue;
      const position = crossing(segment, other);
      if (position && !isAtAnEnd(position, [lines[segment.line], lines[other.line]], joinMetres))
        found.set(key, { kind: "crossing", line: segment.line, other: other.line, position });
    }
  return [...found.values()];
}

function isAtAnEnd(
  position: Position,
  lines: readonly (readonly Position[] | undefined)[],
  joinMetres: number,
): boolean {
  return lines.some((line) =>
    [line?.[0], line?.at(-1)].some((end) => end && distanceMetres(end, position) <= joinMetres),
  );
}

/** Where two pieces cross, if they do; pieces of one direction do not. */
function crossing(one: Segment, other: Segment): Position | undefined {
  const [ax, ay] = one.from;
  const [bx, by] = [one.to[0] - ax, one.to[1] - ay];
  const [cx, cy] = [other.from[0] - ax, other.from[1] - ay];
  const [dx, dy] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const across = bx * dy - by * dx;
  if (across === 0) return undefined;
  const along = (cx * dy - cy * dx) / across;
  const alongOther = (cx * by - cy * bx) / across;
  const isOnBoth = along >= 0 && along <= 1 && alongOther >= 0 && alongOther <= 1;
  return isOnBoth ? [ax + along * bx, ay + along * by] : undefined;
}
