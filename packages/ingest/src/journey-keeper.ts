import {
  advance,
  advanceEpisodes,
  EMPTY_FOLD,
  EMPTY_JOURNEY,
  type EpisodeGround,
  type Fold,
  type JourneyState,
  measuresOfState,
  tellEpisodes,
} from "@zpr/analytics";
import type {
  AdvancedJourney,
  ChangedJourney,
  ItemEvidence,
  JourneyLog,
  KeeperReading,
  Log,
} from "@zpr/ports";
import { groundOf } from "./episode-ground.ts";
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
    work: () => journeyLog.take(BATCH_JOURNEYS, bringUpToDate),
  });
}

/** Goes on from the kept states where all that is new is later, else tells journeys from their beginning. */
export async function bringUpToDate(
  changed: readonly ChangedJourney[],
  read: KeeperReading,
): Promise<readonly AdvancedJourney[]> {
  const kept: KeptPart[] = [];
  for (const journey of changed)
    kept.push({ ...journey, ...keptPart(journey), on: await groundOf(journey, read.ground) });
  const evidence = await read.evidence(
    kept.map(({ itemId, settledAt }) => ({ itemId, after: settledAt })),
  );
  return kept.map((journey) => goOn(journey, evidence.get(journey.itemId) ?? NO_EVIDENCE));
}

/** Both folds over the evidence that is settled. */
interface KeptState {
  readonly way: JourneyState;
  readonly episodes: Fold;
}

interface KeptPart {
  readonly itemId: number;
  readonly ground: string;
  readonly on: EpisodeGround;
  readonly state: KeptState;
  readonly settledAt: Date | null;
}

function keptPart({ state, settledAt, changedSince }: ChangedJourney) {
  // The keeper wrote this object itself, in the shape of a KeptState.
  if (state && settledAt && changedSince > settledAt)
    return { state: state as KeptState, settledAt };
  return { state: { way: EMPTY_JOURNEY, episodes: EMPTY_FOLD }, settledAt: null };
}

const NO_EVIDENCE: ItemEvidence = { pieces: [], freshSince: null };

/**
 * The newest instant is told but never settled, as the next fix may still show it to be a spike; nor is
 * what is fresh, or each fix that another ingest records late would have the whole journey told again.
 */
function goOn(
  { itemId, ground, on, state, settledAt }: KeptPart,
  { pieces, freshSince }: ItemEvidence,
): AdvancedJourney {
  const newest = pieces.at(-1)?.time;
  const openSince = freshSince && newest && freshSince < newest ? freshSince : newest;
  const open = openSince ? pieces.findIndex((piece) => piece.time >= openSince) : 0;
  const [before, last] = [pieces.slice(0, open), pieces.slice(open)];
  const way = before.reduce(advance, state.way);
  const settled = advanceEpisodes(state.episodes, before, on);
  const told = advanceEpisodes(settled.fold, last, on);
  const rest = tellEpisodes(told.fold, on);
  return {
    itemId,
    state: { way, episodes: settled.fold },
    settledAt: before.at(-1)?.time ?? settledAt,
    measures: measuresOfState(last.reduce(advance, way)),
    drift: rest.measures,
    ground,
    rules: on.rules,
    episodes: {
      fromBeginning: settledAt === null,
      settled: settled.closed,
      open: [...told.closed, ...rest.open],
    },
  };
}
