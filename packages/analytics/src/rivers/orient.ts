import type { Position, RiverLine } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import { lineIndex } from "./line-index.ts";

/** Lines as they are drawn, or, where a mouth is given, each with its end towards it. */
export function towardsMouth(
  lines: readonly RiverLine[],
  mouth: Position | null,
  joinMetres: number,
): readonly RiverLine[] {
  if (!mouth) return lines;
  const attached = new Map<number, RiverLine>();
  const first = nearestEnd(lines, mouth);
  if (!first) return lines;
  attached.set(first.number, first.line);
  for (let grows = true; grows; ) {
    const index = lineIndex([...attached.values()].map(({ coordinates }) => coordinates));
    const touches = (place: Position | undefined) =>
      place !== undefined && index.within(place, joinMetres).length > 0;
    const joining = lines.flatMap((line, number) => {
      if (attached.has(number)) return [];
      if (touches(line.coordinates.at(-1))) return [[number, line] as const];
      return touches(line.coordinates[0]) ? [[number, turned(line)] as const] : [];
    });
    for (const [number, line] of joining) attached.set(number, line);
    grows = joining.length > 0;
  }
  return lines.map((line, number) => attached.get(number) ?? line);
}

function nearestEnd(lines: readonly RiverLine[], mouth: Position) {
  const ends = lines.flatMap((line, number) => [
    { number, line, end: line.coordinates.at(-1) },
    { number, line: turned(line), end: line.coordinates[0] },
  ]);
  const metres = (end: Position | undefined) =>
    end ? distanceMetres(end, mouth) : Number.POSITIVE_INFINITY;
  return ends.sort((a, b) => metres(a.end) - metres(b.end))[0];
}

/** A line drawn the other way. */
export function turned(line: RiverLine): RiverLine {
  return { ...line, coordinates: [...line.coordinates].reverse() };
}
