import type { LiveEvent, LiveEvents, NumberedEvent } from "@zpr/ports";

const KEPT_EVENTS = 2000;

/** Live events inside one process; the newest are kept for watchers that come back after a gap. */
export function memoryLiveEvents(startAt: number): LiveEvents {
  const kept: NumberedEvent[] = [];
  const listeners = new Set<(event: NumberedEvent) => void>();
  // Numbers go on from the clock, so that one from before a restart is never taken for a new one.
  let id = startAt;
  return {
    publish(event: LiveEvent) {
      id += 1;
      const numbered = { id, event };
      kept.push(numbered);
      if (kept.length > KEPT_EVENTS) kept.shift();
      for (const listener of listeners) listener(numbered);
    },

    subscribe(listener, after) {
      if (after !== undefined)
        for (const numbered of kept) if (numbered.id > after) listener(numbered);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
