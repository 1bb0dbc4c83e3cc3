import { setTimeout as pause } from "node:timers/promises";
import { type Play, type PlayCounts, playEvents } from "./play-events.ts";
import type { Simulation } from "./simulation.ts";

/** Where a simulation goes on, and until when. */
export interface Live extends Pick<Play, "gateway" | "apiUrl"> {
  /** How often each tracker reports from now on. */
  readonly intervalSeconds: number;
  readonly signal: AbortSignal;
  /** After each round in which something was sent. */
  readonly onRound?: (counts: PlayCounts) => void;
}

const LOOK_EVERY_MILLISECONDS = 1000;

/** Goes on in real time until the signal: what is due by the clock is sent within a second. */
export async function goOnLive(simulation: Simulation, live: Live): Promise<void> {
  simulation.setIntervalSeconds(live.intervalSeconds);
  while (!live.signal.aborted) {
    const events = simulation.advance(Date.now());
    if (events.length > 0) live.onRound?.(await playEvents({ ...live, events }));
    await pause(LOOK_EVERY_MILLISECONDS, undefined, { signal: live.signal }).catch(() => undefined);
  }
}
