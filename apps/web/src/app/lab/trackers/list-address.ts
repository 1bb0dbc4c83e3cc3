import type { Sort } from "../table/sort.ts";
import { TRACKER_HEALTHS, type TrackerHealth } from "./tracker-health.ts";
import {
  ALARM_FILTERS,
  type AlarmFilter,
  TRACKER_COLUMNS,
  type TrackerColumn,
} from "./tracker-rows.ts";

const USUAL: Sort<TrackerColumn> = { key: "heard", down: true };

/** The health that an address asks for; empty for any. */
export function parseHealth(text: string | undefined): TrackerHealth | "" {
  return TRACKER_HEALTHS.find((one) => one === text) ?? "";
}

/** The alarms that an address asks for; empty for trackers with and without. */
export function parseAlarm(text: string | undefined): AlarmFilter | "" {
  return ALARM_FILTERS.find((one) => one === text) ?? "";
}

/** Reads `battery` or `-battery`, the largest first; the last heard first when it is neither. */
export function parseSort(text: string | undefined): Sort<TrackerColumn> {
  const down = text?.startsWith("-") ?? false;
  const key = TRACKER_COLUMNS.find((one) => one === (down ? text?.slice(1) : text));
  return key ? { key, down } : USUAL;
}

/** What an address says of a sort; null for the usual one. */
export function sortText({ key, down }: Sort<TrackerColumn>): string | null {
  if (key === USUAL.key && down === USUAL.down) return null;
  return down ? `-${key}` : key;
}

/** The page of an address, from 1, among so many rows. */
export function parsePage(text: string | undefined, rows: number, atOnce: number): number {
  const last = Math.max(1, Math.ceil(rows / atOnce));
  const page = Number(text);
  return Number.isInteger(page) && page > 0 ? Math.min(page, last) : 1;
}
