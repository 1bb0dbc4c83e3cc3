import type { Level } from "./levels-api.ts";

/** The lowest and the highest level of a day, metres. */
export interface LevelRange {
  readonly low: number;
  readonly high: number;
}

/** Levels by UTC day, `YYYY-MM-DD`. */
export function levelsByDay(levels: readonly Level[]): ReadonlyMap<string, LevelRange> {
  const days = new Map<string, LevelRange>();
  for (const { time, metres } of levels) {
    const day = new Date(time).toISOString().slice(0, 10);
    const { low, high } = days.get(day) ?? { low: metres, high: metres };
    days.set(day, { low: Math.min(low, metres), high: Math.max(high, metres) });
  }
  return days;
}
