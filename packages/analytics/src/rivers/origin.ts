import type { RiverOrigin } from "@zpr/model";
import type { Foot, LineIndex } from "./line-index.ts";

/** Lines as far as kilometres need them. */
interface Measured {
  readonly index: LineIndex;
  /** Metres to the mouth from the end of each line; null while no way leads there. */
  readonly endMetres: readonly (number | null)[];
  /** The line that ends at the mouth. */
  readonly mouthLine: number | null;
}

/** Metres along the lines from a place on one to the mouth; null while no way leads there. */
export function metresToMouth(
  foot: Foot,
  { index, endMetres }: Pick<Measured, "index" | "endMetres">,
): number | null {
  const end = endMetres[foot.line] ?? null;
  return end === null ? null : end + (index.lengthsMetres[foot.line] ?? 0) - foot.alongMetres;
}

/** Metres to the mouth from where the kilometres are nought: by the origin, else from the beginning of the line that reaches the mouth. */
export function originMetres(origin: RiverOrigin | null, measured: Measured): number {
  const { index, mouthLine } = measured;
  const foot = origin && index.nearest(origin.position);
  if (origin && foot) return (metresToMouth(foot, measured) ?? 0) + origin.kilometre * 1000;
  return mouthLine === null ? 0 : (index.lengthsMetres[mouthLine] ?? 0);
}
