/** Silence of trackers, by the definition of docs/watch.md. */
import type { SilentEvidence, WatchRules } from "@zpr/model";
import { median } from "./median.ts";
import { FINE, UNCHANGED, type Verdict } from "./verdict.ts";

const HOUR = 3_600_000;
/** Messages closer together than this belong to one call, milliseconds. */
const SAME_CALL = 60_000;
/** Fewer calls say nothing of how often a tracker calls. */
const ENOUGH_CALLS = 4;

/** How often a tracker calls, seconds: the median of the times between its calls; null while too few are known. */
export function usualIntervalSeconds(heardAt: readonly Date[]): number | null {
  const times = heardAt.map((time) => time.getTime()).sort((a, b) => a - b);
  const calls: number[] = [];
  for (const time of times)
    if (time - (calls.at(-1) ?? Number.NEGATIVE_INFINITY) >= SAME_CALL) calls.push(time);
  if (calls.length < ENOUGH_CALLS) return null;
  const between = calls.slice(1).map((time, at) => time - (calls[at] ?? time));
  return (median(between) ?? 0) / 1000;
}

/** How long a tracker may say nothing, milliseconds. */
export function allowedSilence(intervalSeconds: number | null, rules: WatchRules): number {
  return Math.max(rules.silentHours * HOUR, rules.silentIntervals * (intervalSeconds ?? 0) * 1000);
}

/** What is known of a tracker's calls. */
export interface Calls {
  readonly now: Date;
  /** We ourselves have been listening without a break since then. */
  readonly listeningSince: Date;
  readonly lastHeardAt: Date | null;
  /** It is in an item since then; null when it is in none and yet expected to call. */
  readonly deployedAt: Date | null;
  readonly intervalSeconds: number | null;
}

/** Whether a tracker that should call is silent. What we could not hear is not held against it. */
export function judgeSilence(calls: Calls, rules: WatchRules): Verdict<SilentEvidence> {
  const { now, listeningSince, lastHeardAt, deployedAt, intervalSeconds } = calls;
  const known = [lastHeardAt, deployedAt].flatMap((time) => (time ? [time.getTime()] : []));
  if (known.length === 0) return FINE;
  const since = Math.max(...known);
  const allowed = allowedSilence(intervalSeconds, rules);
  if (now.getTime() - since <= allowed) return FINE;
  if (now.getTime() - listeningSince.getTime() <= allowed) return UNCHANGED;
  return {
    amiss: true,
    since: new Date(since),
    evidence: {
      lastHeardAt: lastHeardAt?.toISOString() ?? null,
      deployedAt: deployedAt?.toISOString() ?? null,
      expectedIntervalSeconds: intervalSeconds,
      allowedSeconds: allowed / 1000,
      silentHours: rules.silentHours,
      silentIntervals: rules.silentIntervals,
    },
  };
}
