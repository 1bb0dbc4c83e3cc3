import type { Log, Retention } from "@zpr/ports";
import { startWorker, type Worker } from "./worker.ts";

const EVERY_MILLISECONDS = 3_600_000;

export interface ForgettingPorts {
  readonly retention: Retention;
  readonly log: Log;
  readonly now: () => Date;
}

/** Starts the worker that deletes, every hour, what must not be kept any longer. */
export function startForgetting(
  { retention, log, now }: ForgettingPorts,
  everyMilliseconds = EVERY_MILLISECONDS,
): Worker {
  return startWorker({
    name: "forgetting",
    everyMilliseconds,
    log,
    async work() {
      const gone = await retention.forget(now());
      if (gone.contacts > 0 || gone.photoPieces > 0) log.info(gone, "what was too old is deleted");
      return false;
    },
  });
}
