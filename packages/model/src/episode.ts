import type { Position } from "./position.ts";

/** What an item did for a while. */
export const EPISODE_STATES = ["drifting", "stranded", "carried", "silent", "held"] as const;
export type EpisodeState = (typeof EPISODE_STATES)[number];

/** What ended an episode; `open` while nothing did. */
export const EPISODE_ENDS = [
  "stranded",
  "refloated",
  "carried",
  "held",
  "silent",
  "seen",
  "open",
] as const;
export type EpisodeEnd = (typeof EPISODE_ENDS)[number];

/** Thresholds by which a study tells episodes apart. */
export interface EpisodeRules {
  /** Radial noise of its trackers, 1 sigma. */
  readonly noiseMetres: number;
  /** Whether its water stands still for no more than minutes. */
  readonly tidal: boolean;
  /** How long an item must lie still to be stranded, in tidal water, at least. */
  readonly strandedMinutes: number;
  /** The same where no tide would move it. */
  readonly strandedHoursWithoutTide: number;
  /** Nothing that drifts is faster. */
  readonly driftMetresPerSecond: number;
  /** A tracker that says nothing for longer is silent, at least. */
  readonly silentHours: number;
}

export const DEFAULT_EPISODE_RULES: EpisodeRules = {
  noiseMetres: 12,
  tidal: true,
  strandedMinutes: 60,
  strandedHoursWithoutTide: 12,
  driftMetresPerSecond: 3,
  silentHours: 6,
};

/** A stretch of a journey in one state. */
export interface Episode {
  readonly state: EpisodeState;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly from: Position | null;
  /** Of a stranding its place, as `from`: the median of its fixes. */
  readonly to: Position | null;
  /** River kilometres at both ends, where the study has a river. */
  readonly fromKilometre: number | null;
  readonly toKilometre: number | null;
  readonly end: EpisodeEnd;
  readonly fixCount: number;
  /** Only drifting travels. */
  readonly travelledMetres: number;
  /** The tracker's usual interval then; null while too little is known. */
  readonly intervalSeconds: number | null;
  /** Fixes from one instant to another, both included, that show where somebody took the item; null when none do. */
  readonly hidden: { readonly from: Date; readonly to: Date } | null;
}

/** What the episodes of an item come to. */
export interface DriftMeasures {
  readonly travelledMetres: number;
  /** River kilometre at the end minus at the start, positive seaward; null without a river. */
  readonly netKilometres: number | null;
  /** Speed while drifting, m/s: by time, its median and 95th percentile. */
  readonly medianMetresPerSecond: number | null;
  readonly p95MetresPerSecond: number | null;
  readonly strandingCount: number;
  readonly strandedSeconds: number;
  /** From the first evidence to the last. */
  readonly spanSeconds: number;
}
