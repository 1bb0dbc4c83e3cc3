import type { Tracker } from "../lab-api.ts";
import { trackerHealth } from "../trackers/tracker-health.ts";

/** Whether a tracker is alive: heard within two of its intervals, silent for longer, or not heard of yet. */
export type Pulse = "alive" | "silent" | "never";

/** A tracker as it is read at arm's length. */
export interface BoardRow {
  readonly id: number;
  readonly name: string;
  readonly itemCode: string | null;
  readonly pulse: Pulse;
  /** Since its last frame; null when there was none. */
  readonly silentSeconds: number | null;
  readonly intervalSeconds: number | null;
  readonly hasFix: boolean | null;
  readonly satellites: number | null;
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
}

const ORDER: Readonly<Record<Pulse, number>> = { silent: 0, never: 1, alive: 2 };

/** Trackers as they are at an instant (ms), those that worry first. */
export function boardRows(
  trackers: readonly Tracker[],
  { now, itemOf }: { readonly now: number; readonly itemOf: (id: number) => string | undefined },
): readonly BoardRow[] {
  return trackers
    .map((tracker) => rowOf(tracker, now, itemOf(tracker.id)))
    .sort((a, b) => ORDER[a.pulse] - ORDER[b.pulse] || a.name.localeCompare(b.name));
}

function rowOf(tracker: Tracker, now: number, itemCode: string | undefined): BoardRow {
  const { lastHeardAt, newest, health } = tracker;
  const intervalSeconds = health.expectedIntervalSeconds;
  const pulse = trackerHealth({ lastHeardAt, intervalSeconds }, now);
  return {
    id: tracker.id,
    name: tracker.name,
    itemCode: tracker.itemCode ?? itemCode ?? null,
    pulse: pulse === "late" ? "silent" : pulse,
    silentSeconds:
      lastHeardAt === null ? null : Math.max(0, Math.floor((now - Date.parse(lastHeardAt)) / 1000)),
    intervalSeconds,
    hasFix: newest?.hasFix ?? null,
    satellites: newest?.satellites ?? null,
    batteryVolts: newest?.batteryVolts ?? health.battery?.volts ?? null,
    batteryPercent: newest?.batteryPercent ?? health.battery?.percent ?? null,
  };
}
