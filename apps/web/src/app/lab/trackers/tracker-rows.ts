import { ALARM_KINDS, type AlarmKind, type Locale } from "@zpr/model";
import type { Tracker } from "../lab-api.ts";
import { matches, type Sort, type SortValue, sorted } from "../table/sort.ts";
import { TRACKER_HEALTHS, type TrackerHealth, trackerHealth } from "./tracker-health.ts";
import type { TrackerDays } from "./trackers-api.ts";

/** The columns by which trackers can be sorted. */
export const TRACKER_COLUMNS = [
  "health",
  "name",
  "item",
  "heard",
  "received",
  "battery",
  "fixes",
] as const;
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number];

/** What a reader may narrow the list to, besides a health: open alarms, all or one kind. */
export const ALARM_FILTERS = ["any", ...ALARM_KINDS] as const;
export type AlarmFilter = "any" | AlarmKind;

/** A tracker and how it is doing. */
export interface TrackerRow {
  readonly tracker: Tracker;
  readonly health: TrackerHealth;
  /** Absent until they are read. */
  readonly days: TrackerDays | undefined;
}

/** What a reader wants to see. */
export interface WantedRows {
  readonly text: string;
  readonly health: TrackerHealth | "";
  readonly alarm: AlarmFilter | "";
  readonly sort: Sort<TrackerColumn>;
  readonly locale: Locale;
}

/** Trackers with their health at an instant (milliseconds), and their days where those are known. */
export function withHealth(
  trackers: readonly Tracker[],
  now: number,
  days: ReadonlyMap<number, TrackerDays> = new Map(),
): readonly TrackerRow[] {
  return trackers.map((tracker) => ({
    tracker,
    health: trackerHealth(tracker, now),
    days: days.get(tracker.id),
  }));
}

/** The rows that a reader wants to see, in the order wanted. */
export function shownRows(rows: readonly TrackerRow[], wanted: WantedRows): readonly TrackerRow[] {
  const left = rows.filter(
    ({
      tracker: {
        name,
        uniqueId,
        protocol,
        model,
        itemCode,
        health: { alarms },
      },
      health,
    }) =>
      (wanted.health === "" || health === wanted.health) &&
      (wanted.alarm === "" ||
        alarms.some(({ kind }) => wanted.alarm === "any" || kind === wanted.alarm)) &&
      matches(wanted.text, [name, uniqueId, protocol, model, itemCode]),
  );
  return sorted(left, wanted.sort, { value, locale: wanted.locale });
}

/** What came on the days on which something was to be expected, and how much was; undefined where nothing was. */
export function receivedOf(
  days: TrackerDays | undefined,
): { readonly received: number; readonly expected: number; readonly share: number } | undefined {
  if (!days) return undefined;
  let [received, expected] = [0, 0];
  for (const [day, wanted] of days.expected.entries()) {
    if (!wanted) continue;
    expected += wanted;
    received += days.received[day] ?? 0;
  }
  return expected > 0 ? { received, expected, share: received / expected } : undefined;
}

function value({ tracker, health, days }: TrackerRow, column: TrackerColumn): SortValue {
  const battery = tracker.health.battery;
  const values: Readonly<Record<TrackerColumn, SortValue>> = {
    health: TRACKER_HEALTHS.indexOf(health),
    name: tracker.name,
    item: tracker.itemCode,
    heard: instant(tracker.lastHeardAt),
    received: receivedOf(days)?.share ?? null,
    // By how long it lasts where that is known; those that do not run low come after, by their charge.
    battery:
      battery?.lowInDays ??
      (battery ? 10_000 + (battery.percent ?? battery.volts ?? 0) : volts(tracker)),
    fixes: tracker.fixCount,
  };
  return values[column];
}

function volts({ lastFix }: Tracker): number | null {
  return lastFix?.batteryVolts == null ? null : 10_000 + lastFix.batteryVolts;
}

function instant(time: string | null): number | null {
  return time === null ? null : Date.parse(time);
}
