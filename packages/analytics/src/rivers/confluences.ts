import type { Position } from "@zpr/model";
import type { Foot, LineIndex } from "./line-index.ts";

/** Where a line flows into another. */
export interface Confluence {
  readonly line: number;
  /** From the beginning of that line, along it. */
  readonly alongMetres: number;
}

/** For each line the confluence at its end; null where no line goes on. */
export function confluences(
  corners: readonly (readonly Position[])[],
  index: LineIndex,
  joinMetres: number,
): readonly (Confluence | null)[] {
  return corners.map((line, number) => {
    const end = line.at(-1);
    const feet = end ? index.within(end, joinMetres) : [];
    const foot = feet.find((one) => one.line !== number && flowsInto(one, index, joinMetres));
    return foot ? { line: foot.line, alongMetres: foot.alongMetres } : null;
  });
}

/** Whether water goes on from a foot: two lines that end side by side do not flow into each other. */
export function flowsInto(foot: Foot, index: LineIndex, joinMetres: number): boolean {
  return (index.lengthsMetres[foot.line] ?? 0) - foot.alongMetres > joinMetres;
}
