import { advance, EMPTY_JOURNEY, type JourneyState, measuresOfState } from "@zpr/analytics";
import type { AdvancedJourney, ChangedJourney, JourneyLog, Log } from "@zpr/ports";
import { startWorker, type Worker } from "./worker.ts";

const BATCH_JOURNEYS = 20;
/** Journeys may lag behind their fixes this long, so that a busy tracker's is not told at every fix. */
const EVERY_MILLISECONDS = 500;

/** Starts the worker that brings journeys up to date with what ingest and finders added. */
export function startJourneyKeeper({
  journeyLog,
  log,
}: {
  readonly journeyLog: JourneyLog;
  readonly log: Log;
}): Worker {
  return startWorker({
    name: "journey keeper",
    everyMilliseconds: EVERY_MILLISECONDS,
    log,
    work: async () => (await journeyLog.take(BATCH_JOURNEYS, bringUpToDate)) === BATCH_JOURNEYS,
  });
}

/**
 * Goes on from the kept state when all that is new is later, else tells the journey from its
 * beginning. The newest instant is never settled: the next fix may still show it to be a spike.
 */
export async function bringUpToDate(changed: ChangedJourney): Promise<AdvancedJourney> {
  const kept = keptState(changed);
  const evidence = await changed.evidenceAfter(kept ? changed.settledAt : null);
  const newest = evidence.at(-1)?.time;
  const open = newest ? evidence.findIndex((piece) => piece.time >= newest) : 0;
  const settled = evidence.slice(0, open).reduce(advance, kept ?? EMPTY_JOURNEY);
  const told = evidence.slice(open).reduce(advance, settled);
  return {
    state: settled,
    settledAt: evidence[open - 1]?.time ?? (kept ? changed.settledAt : null),
    measures: measuresOfState(told),
  };
}

function keptState({ state, settledAt, changedSince }: ChangedJourney): JourneyState | null {
  // The keeper wrote this object itself, in the shape of a JourneyState.
  return state && settledAt && changedSince > settledAt ? (state as JourneyState) : null;
}
