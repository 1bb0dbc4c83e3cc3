import type { Span } from "./span.ts";
import type { TideTurn } from "./tide-phase.ts";

/** A water level: milliseconds since 1970, metres above mean sea level. */
export interface TideLevel {
  readonly time: number;
  readonly level: number;
}

/**
 * The tide of a span as the path of an SVG one wide and one high: the curve of the levels where there
 * are any, else the band between high and low waters, wide at springs and narrow at neaps.
 */
export function tidePath(
  { levels, turns }: { readonly levels: readonly TideLevel[]; readonly turns: readonly TideTurn[] },
  { from, to }: Span,
): { readonly kind: "curve" | "band"; readonly d: string } | undefined {
  const near = <One extends TideLevel>(all: readonly One[]) =>
    all.filter(({ time }) => time >= from - (to - from) / 10 && time <= to + (to - from) / 10);
  const [curve, ends] = [near(levels), near(turns)];
  const heights = [...curve, ...ends].map(({ level }) => level);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  if (heights.length < 2 || low === high) return undefined;
  const place = ({ time, level }: TideLevel) =>
    `${((time - from) / (to - from)).toFixed(5)},${(1 - (level - low) / (high - low)).toFixed(3)}`;
  if (curve.length > 1) return { kind: "curve", d: `M${curve.map(place).join("L")}` };
  const highs = ends.filter(({ kind }) => kind === "high");
  const lows = ends.filter(({ kind }) => kind === "low").toReversed();
  return { kind: "band", d: `M${[...highs, ...lows].map(place).join("L")}Z` };
}
