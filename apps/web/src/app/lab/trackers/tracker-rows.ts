import type { Locale } from "@zpr/model";
import type { Tracker } from "../lab-api.ts";
import { matches, type Sort, type SortValue, sorted } from "../table/sort.ts";
import { TRACKER_HEALTHS, type TrackerHealth, trackerHealth } from "./tracker-health.ts";

/** The columns by which trackers can be sorted. */
export const TRACKER_COLUMNS = [
  "health",
  "name",
  "item",
  "heard",
  "fix",
  "battery",
  "fixes",
] as const;
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number];

/** A tracker and how it is doing. */
export interface TrackerRow {
  readonly tracker: Tracker;
  readonly health: TrackerHealth;
}

/** Trackers with their health at an instant (milliseconds). */
export function withHealth(trackers: readonly Tracker[], now: number): readonly TrackerRow[] {
  return trackers.map((tracker) => ({ tracker, health: trackerHealth(tracker, now) }));
}

/** The rows that a reader wants to see, in the order wanted. */
export function shownRows(
  rows: readonly TrackerRow[],
  wanted: {
    readonly text: string;
    readonly health: TrackerHealth | "";
    readonly sort: Sort<TrackerColumn>;
    readonly locale: Locale;
  },
): readonly TrackerRow[] {
  const left = rows.filter(
    ({ tracker: { name, uniqueId, protocol, model, itemCode }, health }) =>
      (wanted.health === "" || health === wanted.health) &&
      matches(wanted.text, [name, uniqueId, protocol, model, itemCode]),
  );
  return sorted(left, wanted.sort, { value, locale: wanted.locale });
}

function value({ tracker, health }: TrackerRow, column: TrackerColumn): SortValue {
  const values: Readonly<Record<TrackerColumn, SortValue>> = {
    health: TRACKER_HEALTHS.indexOf(health),
    name: tracker.name,
    item: tracker.itemCode,
    heard: instant(tracker.lastHeardAt),
    fix: instant(tracker.lastFix?.time ?? null),
    battery: tracker.lastFix?.batteryVolts ?? null,
    fixes: tracker.fixCount,
  };
  return values[column];
}

function instant(time: string | null): number | null {
  return time === null ? null : Date.parse(time);
}
