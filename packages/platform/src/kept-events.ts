import { randomUUID } from "node:crypto";
import type { Gap, LiveEvents, NumberedEvent } from "@zpr/ports";

/** How many events are kept for watchers that come back. */
export const KEPT_EVENTS = 5000;
export const GAP: Gap = { kind: "gap", studyId: null };

/** The newest events, without a hole between them, and who watches in this process. */
export interface KeptEvents extends Pick<LiveEvents, "subscribe" | "place"> {
  add(event: NumberedEvent): void;
  /** Keeps these in place of what was known, as there may be a hole between the two. */
  beginAnew(events: readonly NumberedEvent[]): void;
  /** Has everybody ask again. */
  tellGap(): void;
}

/** An empty memory of events. */
export function keptEvents(): KeptEvents {
  let kept = begun();
  const listeners = new Set<(event: NumberedEvent) => void>();
  const place = () => kept.at(-1)?.id ?? "";
  const gap = () => ({ id: place(), event: GAP });

  function tell(event: NumberedEvent): void {
    for (const listener of listeners) listener(event);
  }

  return {
    place,
    add(event) {
      kept.push(event);
      if (kept.length > KEPT_EVENTS) kept.shift();
      tell(event);
    },
    beginAnew(events) {
      kept = events.length > 0 ? [...events] : begun();
      tell(gap());
    },
    tellGap: () => tell(gap()),
    subscribe(listener, after) {
      if (after !== undefined) {
        const seen = kept.findLastIndex(({ id }) => id === after);
        for (const event of seen < 0 ? [gap()] : kept.slice(seen + 1)) listener(event);
      }
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A beginning has an id that no other has, so that nobody from elsewhere goes on from it. */
function begun(): NumberedEvent[] {
  return [{ id: `begun-${randomUUID()}`, event: GAP }];
}
