/** Episodes of a journey, by the definitions of docs/science.md, as a fold over its evidence in time order. */
import type { DriftMeasures, Episode, Evidence } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import { type Draft, EMPTY_FOLD, type EpisodeGround, type Fold, type Spot } from "./fold-state.ts";
import { end } from "./open-episode.ts";
import { speedQuantile } from "./speeds.ts";
import { refloat, takeSpot } from "./take-fix.ts";
import { takeSighting } from "./take-sighting.ts";
import { stillMetres } from "./thresholds.ts";

const KEPT_GAPS = 15;

/** What a fold comes to when it takes in evidence that is not earlier: the fold, and episodes that cannot change any more. */
export function advanceEpisodes(
  fold: Fold,
  evidence: readonly Evidence[],
  ground: EpisodeGround,
): { readonly fold: Fold; readonly closed: readonly Episode[] } {
  const draft: Draft = { fold, ground, closed: [] };
  for (const piece of evidence) take(draft, piece);
  return { fold: draft.fold, closed: draft.closed };
}

/** The episodes that are not over, as far as can be told, and the measures of all. */
export function tellEpisodes(
  fold: Fold,
  ground: EpisodeGround,
): { readonly open: readonly Episode[]; readonly measures: DriftMeasures } {
  const draft: Draft = { fold, ground, closed: [] };
  if (fold.waiting) judge(draft, fold.waiting, false);
  const { still, lastAt } = draft.fold;
  const [beyond] = still?.pending ?? [];
  if (still && beyond) {
    const metres = distanceMetres(beyond.position, still.middle);
    if (metres > 2 * stillMetres(ground.rules)) refloat(draft, still.pending);
  }
  end(draft, lastAt ?? 0, "open");
  return { open: draft.closed, measures: measuresOf(draft.fold) };
}

/** The episodes of evidence in time order, and what they come to. */
export function episodesOf(
  evidence: readonly Evidence[],
  ground: EpisodeGround,
): { readonly episodes: readonly Episode[]; readonly measures: DriftMeasures } {
  const { fold, closed } = advanceEpisodes(EMPTY_FOLD, evidence, ground);
  const { open, measures } = tellEpisodes(fold, ground);
  return { episodes: [...closed, ...open], measures };
}

function take(draft: Draft, piece: Evidence): void {
  // What a network tells is kilometres wide: it says nothing of what an item does.
  if (piece.kind === "fix" && piece.network) return;
  const at = piece.time.getTime();
  const spot = piece.position && spotOf(draft, at, piece);
  draft.fold = {
    ...draft.fold,
    totals: { ...draft.fold.totals, firstAt: draft.fold.totals.firstAt ?? at },
  };
  if (piece.kind === "fix" && spot) takeFix(draft, spot);
  else {
    settleWaiting(draft, false);
    if (piece.kind === "sighting") takeSighting(draft, piece, spot);
    else if (spot) judge(draft, spot, false);
  }
}

function spotOf(draft: Draft, at: number, { kind, position }: Evidence): Spot | null {
  if (!position) return null;
  const place = draft.ground.river.locate(position, draft.fold.lastPlace);
  return { at, position, place, isFix: kind === "fix" };
}

/** A fix that was reached too fast waits for the next one: two in a row are carried, one is not. */
function takeFix(draft: Draft, spot: Spot): void {
  const { lastFix, gaps } = draft.fold;
  const before = lastFix;
  if (before && spot.at <= before.at) return;
  const isFast = before !== null && isTooFast(draft, before, spot);
  const seconds = before && (spot.at - before.at) / 1000;
  draft.fold = {
    ...draft.fold,
    lastFix: spot,
    gaps: seconds === null ? gaps : [...gaps, seconds].slice(-KEPT_GAPS),
  };
  if (!isFast) {
    settleWaiting(draft, false);
    draft.fold = { ...draft.fold, isFast: false };
    judge(draft, spot, false);
  } else if (draft.fold.isFast || draft.fold.waiting) {
    settleWaiting(draft, true);
    draft.fold = { ...draft.fold, isFast: true };
    judge(draft, spot, true);
  } else draft.fold = { ...draft.fold, waiting: spot };
}

function isTooFast({ ground: { rules } }: Draft, from: Spot, to: Spot): boolean {
  const metres = distanceMetres(from.position, to.position) - stillMetres(rules);
  return metres / ((to.at - from.at) / 1000) > rules.driftMetresPerSecond;
}

function settleWaiting(draft: Draft, isCarried: boolean): void {
  const { waiting } = draft.fold;
  if (!waiting) return;
  draft.fold = { ...draft.fold, waiting: null };
  judge(draft, waiting, isCarried);
}

function judge(draft: Draft, spot: Spot, isFast: boolean): void {
  const isCarried = isFast || !draft.ground.river.isWater(spot.position);
  takeSpot(draft, spot, isCarried);
  if (isCarried || draft.fold.open?.state === "held" || !spot.place) return;
  const { totals } = draft.fold;
  const { kilometre } = spot.place;
  draft.fold = {
    ...draft.fold,
    lastPlace: spot.place,
    totals: {
      ...totals,
      firstKilometre: totals.firstKilometre ?? kilometre,
      lastKilometre: kilometre,
    },
  };
}

function measuresOf({ totals, lastAt }: Fold): DriftMeasures {
  const { firstKilometre, lastKilometre, firstAt } = totals;
  return {
    travelledMetres: totals.travelledMetres,
    netKilometres:
      firstKilometre === null || lastKilometre === null ? null : lastKilometre - firstKilometre,
    medianMetresPerSecond: speedQuantile(totals.speeds, 0.5),
    p95MetresPerSecond: speedQuantile(totals.speeds, 0.95),
    strandingCount: totals.strandingCount,
    strandedSeconds: totals.strandedSeconds,
    spanSeconds: firstAt === null || lastAt === null ? 0 : (lastAt - firstAt) / 1000,
  };
}
