import type { FixCellLog, Log } from "@zpr/ports";
import { startWorker, type Worker } from "./worker.ts";

/** Statements counted at once: up to some hundred thousand fixes when a backlog is worked off. */
const BATCH_CHANGES = 50;
/** Who reads cells adds what is not counted yet, so this is about speed only. */
const EVERY_MILLISECONDS = 1000;

/** Starts the worker that keeps the counts of fixes by cell of the map. */
export function startCellKeeper({
  fixCellLog,
  log,
}: {
  readonly fixCellLog: FixCellLog;
  readonly log: Log;
}): Worker {
  return startWorker({
    name: "cell keeper",
    everyMilliseconds: EVERY_MILLISECONDS,
    log,
    work: async () => (await fixCellLog.fold(BATCH_CHANGES)) === BATCH_CHANGES,
  });
}
