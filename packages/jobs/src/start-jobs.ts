import { setTimeout as pause } from "node:timers/promises";
import type { JobPorts } from "./job-ports.ts";
import { removeResult } from "./result-parts.ts";
import { takeUp } from "./take-up.ts";

/** The worker that does jobs, one at a time. */
export interface Jobs {
  /** Says that there may be a job. */
  ring(): void;
  /** Gives back what is in hand, to be gone on with by the next process, and stops. */
  close(): Promise<void>;
}

const LOOK_EVERY_MILLISECONDS = 1_000;
/** After a kill, a job waits this long for somebody else to go on with it. */
const HOLD_MILLISECONDS = 10_000;
const CLEAR_EVERY_MILLISECONDS = 3_600_000;

/** Starts to do jobs whenever there are some, and deletes results that are too old. */
export function startJobs(ports: JobPorts): Jobs {
  const { jobQueue, objectStore, log, now } = ports;
  const closing = new AbortController();
  const { signal } = closing;
  let wake = new AbortController();
  let clearedAt = 0;

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const worked = await attempt().catch((error: unknown) => {
        log.error({ error: String(error) }, "jobs could not be done and will be tried again");
        return false;
      });
      if (!worked) await rest();
    }
  }

  async function attempt(): Promise<boolean> {
    if (Date.now() - clearedAt > CLEAR_EVERY_MILLISECONDS) await clear();
    const job = await jobQueue.take(HOLD_MILLISECONDS);
    if (job) await takeUp(job, { ...ports, holdMilliseconds: HOLD_MILLISECONDS, signal });
    return job !== undefined;
  }

  async function clear(): Promise<void> {
    clearedAt = Date.now();
    for (const { id, parts } of await jobQueue.overdue(now())) {
      await removeResult(objectStore, id, parts);
      await jobQueue.forgetResult(id);
    }
  }

  async function rest(): Promise<void> {
    wake = new AbortController();
    await pause(LOOK_EVERY_MILLISECONDS, undefined, {
      signal: AbortSignal.any([signal, wake.signal]),
    }).catch(() => {});
  }

  const running = run();
  return {
    ring: () => wake.abort(),
    async close() {
      closing.abort();
      await running;
    },
  };
}
