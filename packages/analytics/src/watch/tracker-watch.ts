import type { AlarmEvidence, AlarmKind, WatchRules } from "@zpr/model";
import { type BatteryReading, judgeBattery } from "./battery.ts";
import { judgeCarried, type WatchedFix } from "./carried.ts";
import { allowedSilence, type Calls, judgeSilence } from "./silence.ts";
import { FINE, UNCHANGED, type Verdict } from "./verdict.ts";

/** What is known of a tracker at one look. */
export interface TrackerFacts extends Calls {
  /** Whether it is in an item, or should call although it is in none. */
  readonly isWatched: boolean;
  /** Its newest fixes in any order; undefined when nothing has come since the last look. */
  readonly fixes: readonly (WatchedFix & BatteryReading)[] | undefined;
}

/** What is to be said of a tracker, of each kind of alarm. */
export type Verdicts = Readonly<Record<AlarmKind, Verdict<AlarmEvidence>>>;

const ALL_FINE: Verdicts = { silent: FINE, "battery-low": FINE, "moving-on-land": FINE };

/** Judges a tracker. The same facts give the same verdicts, in whatever order they came in. */
export function watchTracker(facts: TrackerFacts, rules: WatchRules): Verdicts {
  if (!facts.isWatched) return ALL_FINE;
  const { now, fixes, intervalSeconds } = facts;
  const fresh = { now, milliseconds: allowedSilence(intervalSeconds, rules) };
  return {
    silent: judgeSilence(facts, rules),
    "battery-low": fixes ? judgeBattery(fixes, fresh, rules) : UNCHANGED,
    "moving-on-land": fixes ? judgeCarried(fixes, { ...fresh, intervalSeconds }, rules) : UNCHANGED,
  };
}
