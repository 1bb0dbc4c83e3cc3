import { randomUUID } from "node:crypto";
import type { LiveEvents } from "@zpr/ports";
import { keptEvents } from "./kept-events.ts";

/** Live events inside one process; the newest are kept for watchers that come back after a gap. */
export function memoryLiveEvents(): LiveEvents {
  const kept = keptEvents();
  // Not a number alone: one from before a restart must never be taken for one of now.
  const life = randomUUID();
  let number = 0;
  return {
    publish(event) {
      number += 1;
      kept.add({ id: `${life}-${number}`, event });
    },
    subscribe: kept.subscribe,
    place: kept.place,
  };
}
