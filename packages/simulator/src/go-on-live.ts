import { setTimeout as pause } from "node:timers/promises";
import { STEP_MILLISECONDS } from "./drifter.ts";
import { type Play, playEvents } from "./play-events.ts";
import type { Simulation } from "./simulation.ts";

/** Where a simulation goes on, and until when. */
export interface Live extends Pick<Play, "gateway" | "apiUrl" | "link" | "lingerMilliseconds"> {
  /** How often each tracker reports from now on; once a minute at most. */
  readonly intervalSeconds: number;
  readonly signal: AbortSignal;
  /** What could not be delivered, and why. */
  readonly onFailure: (failure: string) => void;
}

const LOOK_EVERY_MILLISECONDS = 1000;

/** Goes on in real time until the signal; the reports of a minute go out spread over the next one, as those of real trackers would. */
export async function goOnLive(simulation: Simulation, live: Live): Promise<void> {
  simulation.setIntervalSeconds(live.intervalSeconds);
  while (!live.signal.aborted) {
    const events = simulation.advance(Date.now());
    const gap = Math.min(
      LOOK_EVERY_MILLISECONDS * 5,
      (0.9 * STEP_MILLISECONDS) / Math.max(1, events.length),
    );
    for (const event of events) {
      if (live.signal.aborted) return;
      const { failures } = await playEvents({ ...live, events: [event] });
      for (const failure of failures) live.onFailure(failure);
      await rest(gap, live.signal);
    }
    await rest(LOOK_EVERY_MILLISECONDS, live.signal);
  }
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Waking up early is how the signal ends it.
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
