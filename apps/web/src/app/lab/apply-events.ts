import type { Item, Tracker } from "./lab-api.ts";
import type { FixEvent, LiveEvent } from "./live-event.ts";

/** Trackers as they are after some events: heard of, and with their last place. */
export function trackersAfter(
  trackers: readonly Tracker[],
  events: readonly LiveEvent[],
): readonly Tracker[] {
  const changed = new Map<number, Tracker>();
  const byId = new Map(trackers.map((tracker) => [tracker.id, tracker]));
  for (const event of events) {
    if (event.kind !== "fix" && event.kind !== "tracker") continue;
    const tracker = changed.get(event.trackerId) ?? byId.get(event.trackerId);
    if (tracker)
      changed.set(
        tracker.id,
        event.kind === "fix" ? located(tracker, event) : heard(tracker, event.lastHeardAt),
      );
  }
  if (changed.size === 0) return trackers;
  return trackers.map((tracker) => changed.get(tracker.id) ?? tracker);
}

/** Items as they are after some events: doubted positions do not move them. */
export function itemsAfter(items: readonly Item[], events: readonly LiveEvent[]): readonly Item[] {
  const latest = new Map<string, FixEvent>();
  for (const event of events) {
    if (event.kind !== "fix" || event.itemCode === null || !isTrusted(event)) continue;
    const before = latest.get(event.itemCode);
    if (!before || before.time < event.time) latest.set(event.itemCode, event);
  }
  if (latest.size === 0) return items;
  return items.map((item) => {
    const fix = latest.get(item.code);
    if (!fix || (item.lastAt !== null && item.lastAt >= fix.time)) return item;
    return { ...item, lastAt: fix.time, lastPosition: fix.position, lastEvidence: "fix" as const };
  });
}

function heard(tracker: Tracker, at: string): Tracker {
  if (tracker.lastHeardAt !== null && tracker.lastHeardAt >= at) return tracker;
  return { ...tracker, lastHeardAt: at };
}

/** An event tells the newest of several fixes: how many there are is for the server to say. */
function located(before: Tracker, event: FixEvent): Tracker {
  const { time, position, flags, batteryVolts } = event;
  const tracker = renewed(before, event);
  const misleads = flags.some((flag) => !HARMLESS.has(flag) && !OUT_OF_ITEMS.has(flag));
  if (!position || misleads || (tracker.lastFix && tracker.lastFix.time >= time)) return tracker;
  return { ...tracker, lastFix: { time, position, flags, batteryVolts } };
}

/** What it says of itself is news, whatever its position is worth. */
function renewed(tracker: Tracker, event: FixEvent): Tracker {
  const { time, position, flags, satellites, batteryVolts, batteryPercent } = event;
  if (flags.includes("future") || (tracker.newest && tracker.newest.time > time)) return tracker;
  const hasFix = position !== null && !flags.includes("no-fix");
  return { ...tracker, newest: { time, hasFix, satellites, batteryVolts, batteryPercent } };
}

function isTrusted({ position, flags }: FixEvent): boolean {
  return position !== null && flags.every((flag) => HARMLESS.has(flag));
}

/** A fix that came late is as good as any other; one by the network is rough, but true. */
const HARMLESS: ReadonlySet<string> = new Set(["late", "network"]);
/** True of the tracker, but not of an item. */
const OUT_OF_ITEMS: ReadonlySet<string> = new Set(["before-deployment", "after-retrieval"]);
