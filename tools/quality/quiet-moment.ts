import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

/** Below this load nobody else is at work. */
export const QUIET_LOAD = 2.5;
/** A machine that is never quiet is measured all the same, after so much waiting in all. */
const PATIENCE_MILLISECONDS = 120_000;
const LOOK_MILLISECONDS = 5000;

let waited = 0;

/** Waits for a quiet moment as long as there is patience left; gives the load (processes, over a minute) there is then. */
export async function quietMoment(): Promise<number> {
  while (load() >= QUIET_LOAD && waited < PATIENCE_MILLISECONDS) {
    await pause(LOOK_MILLISECONDS);
    waited += LOOK_MILLISECONDS;
  }
  return load();
}

function load(): number {
  return loadavg()[0] ?? 0;
}
