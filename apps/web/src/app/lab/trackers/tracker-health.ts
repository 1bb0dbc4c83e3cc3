/** How well a tracker keeps its appointments. */
export const TRACKER_HEALTHS = ["alive", "late", "silent", "never"] as const;
export type TrackerHealth = (typeof TRACKER_HEALTHS)[number];

const USUAL_INTERVAL_SECONDS = 3600;
const ALIVE_INTERVALS = 2;
const LATE_INTERVALS = 6;

/** Alive within two of its intervals, late within six, else silent; `now` in milliseconds. */
export function trackerHealth(
  tracker: { readonly lastHeardAt: string | null; readonly intervalSeconds: number | null },
  now: number,
): TrackerHealth {
  if (tracker.lastHeardAt === null) return "never";
  const interval = (tracker.intervalSeconds ?? USUAL_INTERVAL_SECONDS) * 1000;
  const missed = (now - Date.parse(tracker.lastHeardAt)) / interval;
  if (missed <= ALIVE_INTERVALS) return "alive";
  return missed <= LATE_INTERVALS ? "late" : "silent";
}
