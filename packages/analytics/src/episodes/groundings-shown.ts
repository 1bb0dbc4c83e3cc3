import type { EpisodeRules } from "@zpr/model";
import { stillMilliseconds } from "./thresholds.ts";

/**
 * Share of temporary groundings in the Wadden Sea that last so many hours (Schneiter and others,
 * 2025: median 2.8 h, 60 % at least 2 h, 44 % at least 3 h), as natural logarithms.
 */
const LASTING: readonly (readonly [hours: number, logarithm: number])[] = [
  [0, 0],
  [2, Math.log(0.6)],
  [2.8, Math.log(0.5)],
  [3, Math.log(0.44)],
];
const PHASES = 24;

/**
 * Which share of groundings as long as those of the Wadden Sea a tracker of this interval can show
 * at all: so many fixes must fall into them that their first and last are far enough apart.
 */
export function groundingsShown(intervalSeconds: number, rules: EpisodeRules): number {
  const interval = intervalSeconds / 3600;
  const still = stillMilliseconds(rules, intervalSeconds) / 3_600_000;
  const needed = Math.max(2, Math.ceil(still / interval - 1e-9)) * interval;
  const shares = Array.from({ length: PHASES }, (_, phase) =>
    lasting(needed + (interval * (phase + 0.5)) / PHASES),
  );
  return shares.reduce((sum, share) => sum + share, 0) / PHASES;
}

/** Share that lasts at least so long: straight between the known ones on a logarithmic scale, then on in their mean slope. */
function lasting(hours: number): number {
  const at = LASTING.findIndex(([known]) => known >= hours);
  const [last = 0, lowest = 0] = LASTING.at(-1) ?? [];
  if (at < 0) return Math.exp((lowest * hours) / last);
  const [to = 0, low = 0] = LASTING[at] ?? [];
  const [from = 0, high = 0] = LASTING[at - 1] ?? [];
  const share = to === from ? 0 : (hours - from) / (to - from);
  return Math.exp(high + (low - high) * share);
}
