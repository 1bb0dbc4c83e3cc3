import type { Position } from "./position.ts";

/** What can be amiss with a tracker. */
export const ALARM_KINDS = ["silent", "battery-low", "moving-on-land"] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** When something is amiss: thresholds that a study sets, and a tracker may set otherwise. */
export interface WatchRules {
  /** Silent after the longer of so many hours and so many of its intervals without a message. */
  readonly silentHours: number;
  readonly silentIntervals: number;
  /** A battery is low at or under either of these, and well again from so much above it. */
  readonly lowBatteryPercent: number;
  readonly lowBatteryVolts: number;
  readonly recoveredPercent: number;
  readonly recoveredVolts: number;
  /** Faster than anything drifts, once the noise of its positions is taken off. */
  readonly carriedMetresPerSecond: number;
  readonly noiseMetres: number;
  /** Carried until nothing was that fast for the longer of so many hours and two of its intervals. */
  readonly calmHours: number;
}

export const DEFAULT_WATCH_RULES: WatchRules = {
  silentHours: 6,
  silentIntervals: 4,
  lowBatteryPercent: 20,
  lowBatteryVolts: 3.5,
  recoveredPercent: 10,
  recoveredVolts: 0.1,
  carriedMetresPerSecond: 3,
  noiseMetres: 50,
  calmHours: 1,
};

/** What a battery was last and where it is going. */
export interface BatteryHealth {
  readonly time: Date;
  readonly volts: number | null;
  readonly percent: number | null;
  /** Of the percentage where there is one, else of the volts; null while too little is known. */
  readonly trendPerDay: number | null;
  /** Days until the threshold at this trend; null when it does not fall. */
  readonly lowInDays: number | null;
}

/** Why an alarm was raised: what was seen, and by which thresholds. */
export type AlarmEvidence = SilentEvidence | BatteryEvidence | CarriedEvidence;

export interface SilentEvidence {
  /** Null when it was never heard. */
  readonly lastHeardAt: string | null;
  /** When its item's deployment began; null when it is in none. */
  readonly deployedAt: string | null;
  readonly expectedIntervalSeconds: number | null;
  readonly allowedSeconds: number;
  readonly silentHours: number;
  readonly silentIntervals: number;
}

export interface BatteryEvidence {
  readonly time: string;
  /** Medians of the newest readings, so many. */
  readonly percent: number | null;
  readonly volts: number | null;
  readonly readings: number;
  readonly lowBatteryPercent: number;
  readonly lowBatteryVolts: number;
}

export interface CarriedEvidence {
  readonly from: string;
  readonly to: string;
  readonly metresPerSecond: number;
  readonly position: Position;
  readonly carriedMetresPerSecond: number;
  readonly noiseMetres: number;
  /** Speed alone was judged: the study has no corridor of its river. */
  readonly corridor: null;
}
