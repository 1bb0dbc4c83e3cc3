/** Batteries of trackers, by the definitions of docs/watch.md. */
import type { BatteryEvidence, BatteryHealth, WatchRules } from "@zpr/model";
import { median } from "./median.ts";
import { FINE, UNCHANGED, type Verdict } from "./verdict.ts";

/** What a tracker said of its battery with a fix, by the time of the fix. */
export interface BatteryReading {
  readonly time: Date;
  readonly volts: number | null;
  readonly percent: number | null;
}

/** When readings are looked at, and how old they may be to speak of now, milliseconds. */
export interface Freshness {
  readonly now: Date;
  readonly milliseconds: number;
}

const DAY = 86_400_000;
/** A single reading may be taken while the tracker transmits: the middle of these is judged. */
const JUDGED_READINGS = 3;
const TREND_READINGS = 5;

/** Whether a battery is low, by the newest of its readings; old ones that come in late say nothing of now. */
export function judgeBattery(
  readings: readonly BatteryReading[],
  fresh: Freshness,
  rules: WatchRules,
): Verdict<BatteryEvidence> {
  const newest = inOrder(readings)
    .filter(({ time }) => isFresh(time, fresh))
    .slice(-JUDGED_READINGS);
  const last = newest.at(-1);
  if (!last) return UNCHANGED;
  const percent = median(numbersOf(newest, "percent")) ?? null;
  const volts = median(numbersOf(newest, "volts")) ?? null;
  const { lowBatteryPercent, lowBatteryVolts } = rules;
  const over = [
    ...(percent === null ? [] : [(percent - lowBatteryPercent) / rules.recoveredPercent]),
    ...(volts === null ? [] : [(volts - lowBatteryVolts) / rules.recoveredVolts]),
  ];
  if (over.every((share) => share >= 1)) return FINE;
  if (over.every((share) => share > 0)) return UNCHANGED;
  const evidence = { percent, volts, readings: newest.length, lowBatteryPercent, lowBatteryVolts };
  return {
    amiss: true,
    since: last.time,
    evidence: { time: last.time.toISOString(), ...evidence },
  };
}

function isFresh(time: Date, { now, milliseconds }: Freshness): boolean {
  const age = now.getTime() - time.getTime();
  return age >= 0 && age <= milliseconds;
}

/** The newest percentage and the newest volts among readings; null when there is neither. */
export function newestBattery(readings: readonly BatteryReading[]): BatteryReading | null {
  const known = inOrder(readings);
  const last = known.at(-1);
  if (!last) return null;
  const volts = known.findLast((reading) => reading.volts !== null)?.volts ?? null;
  const percent = known.findLast((reading) => reading.percent !== null)?.percent ?? null;
  return { time: last.time, volts, percent };
}

/** A battery with the trend that is known of it, and the days that it leaves. */
export function batteryHealth(
  newest: BatteryReading,
  trendPerDay: number | null,
  rules: WatchRules,
): BatteryHealth {
  const over =
    newest.percent === null
      ? (newest.volts ?? 0) - rules.lowBatteryVolts
      : newest.percent - rules.lowBatteryPercent;
  const falls = trendPerDay !== null && trendPerDay < 0;
  return { ...newest, trendPerDay, lowInDays: falls ? Math.max(0, over) / -trendPerDay : null };
}

/**
 * Where a battery is going, in its unit a day; null while too few samples are known.
 *
 * The median of the slopes between all pairs of readings (Theil 1950, Sen 1968): up to 29 % of the
 * readings may be wrong, a cold night or a charge, before it leaves the truth.
 */
export function batteryTrend(
  samples: readonly BatteryReading[],
  unit: "volts" | "percent",
): number | null {
  const points = inOrder(samples).flatMap((reading) => {
    const value = reading[unit];
    return value === null ? [] : [{ day: reading.time.getTime() / DAY, value }];
  });
  const span = (points.at(-1)?.day ?? 0) - (points[0]?.day ?? 0);
  if (points.length < TREND_READINGS || span < 1) return null;
  const slopes = points.flatMap((from, at) =>
    points
      .slice(at + 1)
      .filter((to) => to.day > from.day)
      .map((to) => (to.value - from.value) / (to.day - from.day)),
  );
  return median(slopes) ?? null;
}

/** Those that say anything, in one order whatever order they come in. */
function inOrder(readings: readonly BatteryReading[]): readonly BatteryReading[] {
  return readings
    .filter(({ volts, percent }) => volts !== null || percent !== null)
    .sort(
      (a, b) =>
        a.time.getTime() - b.time.getTime() ||
        (a.percent ?? 0) - (b.percent ?? 0) ||
        (a.volts ?? 0) - (b.volts ?? 0),
    );
}

function numbersOf(readings: readonly BatteryReading[], unit: "volts" | "percent"): number[] {
  return readings.flatMap((reading) => reading[unit] ?? []);
}
