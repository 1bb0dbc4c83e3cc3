import type { EpisodeRules } from "@zpr/model";
import { median } from "../watch/median.ts";
import type { Fold } from "./fold-state.ts";

const HOUR = 3_600_000;
/** Fewer gaps say nothing of a tracker's usual interval. */
const ENOUGH_GAPS = 3;

/** Fixes within this distance of a place may be at it, metres. */
export function stillMetres({ noiseMetres }: EpisodeRules): number {
  return Math.max(4 * noiseMetres, 50);
}

/** The usual interval of the tracker by its last gaps, seconds; null while too few are known. */
export function intervalSeconds({ gaps }: Pick<Fold, "gaps">): number | null {
  return gaps.length < ENOUGH_GAPS ? null : (median(gaps) ?? null);
}

/** How long an item lies still before it is stranded, milliseconds. */
export function stillMilliseconds(rules: EpisodeRules, interval: number | null): number {
  if (!rules.tidal) return rules.strandedHoursWithoutTide * HOUR;
  return Math.max(rules.strandedMinutes * 60_000, 2 * (interval ?? 0) * 1000);
}

/** How long nothing may be heard before an item is silent, milliseconds. */
export function silentMilliseconds(rules: EpisodeRules, interval: number | null): number {
  return Math.max(rules.silentHours * HOUR, 4 * (interval ?? 0) * 1000);
}
