import { advance, EMPTY_JOURNEY, type JourneyState, measuresOfState } from "@zpr/analytics";
import type { Evidence } from "@zpr/model";
import type { AdvancedJourney, ChangedJourney, JourneyLog, Log, ReadEvidence } from "@zpr/ports";
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

/** Goes on from the kept states where all that is new is later, else tells journeys from their beginning. */
export async function bringUpToDate(
  changed: readonly ChangedJourney[],
  read: ReadEvidence,
): Promise<readonly AdvancedJourney[]> {
  const kept = changed.map((journey) => ({ itemId: journey.itemId, ...keptPart(journey) }));
  const evidence = await read(kept.map(({ itemId, settledAt }) => ({ itemId, after: settledAt })));
  return kept.map((journey) => goOn(journey, evidence.get(journey.itemId) ?? []));
}

interface KeptPart {
  readonly state: JourneyState;
  readonly settledAt: Date | null;
}

function keptPart({ state, settledAt, changedSince }: ChangedJourney): KeptPart {
  // The keeper wrote this object itself, in the shape of a JourneyState.
  if (state && settledAt && changedSince > settledAt)
    return { state: state as JourneyState, settledAt };
  return { state: EMPTY_JOURNEY, settledAt: null };
}

/** The newest instant is told but never settled: the next fix may still show it to be a spike. */
function goOn(
  { itemId, state, settledAt }: KeptPart & { readonly itemId: number },
  evidence: readonly Evidence[],
): AdvancedJourney {
  const newest = evidence.at(-1)?.time;
  const open = newest ? evidence.findIndex((piece) => piece.time >= newest) : 0;
  const settled = evidence.slice(0, open).reduce(advance, state);
  const told = evidence.slice(open).reduce(advance, settled);
  return {
    itemId,
    state: settled,
    settledAt: evidence[open - 1]?.time ?? settledAt,
    measures: measuresOfState(told),
  };
}
