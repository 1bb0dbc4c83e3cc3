/** Beginning, carrying on and ending an episode. */
import type { Episode, EpisodeEnd } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import type { Draft, OpenEpisode, Spot, Totals } from "./fold-state.ts";
import { addSpeed } from "./speeds.ts";
import { intervalSeconds, stillMetres } from "./thresholds.ts";

/** After somebody had it, an item is known to drift again once it has come this far. */
const ADRIFT_METRES = 500;

/** Begins an episode at an instant, at a spot if one is known. */
export function begin(
  draft: Draft,
  state: OpenEpisode["state"],
  { at, spot }: { readonly at: number; readonly spot: Spot | null },
): void {
  const anchor = spot && { at: spot.at, position: spot.position };
  const open = { state, startedAt: at, first: spot, last: spot, anchor, hidden: null };
  draft.fold = { ...draft.fold, open: { ...open, fixCount: 0, travelledMetres: 0 } };
}

/** A step of a drifting item; noise is no step. */
export function drifted(draft: Draft, spot: Spot): void {
  const { open, totals } = draft.fold;
  if (!open) return;
  const seen = { ...open, last: spot, fixCount: open.fixCount + (spot.isFix ? 1 : 0) };
  const anchor = open.anchor ?? spot;
  const metres = distanceMetres(anchor.position, spot.position);
  if (metres < stillMetres(draft.ground.rules)) {
    draft.fold = { ...draft.fold, open: { ...seen, anchor } };
    return;
  }
  draft.fold = {
    ...draft.fold,
    open: { ...seen, anchor: spot, travelledMetres: open.travelledMetres + metres },
    totals: {
      ...totals,
      speeds: addSpeed(totals.speeds, metres, (spot.at - anchor.at) / 1000),
    },
  };
}

/** Ends the episode that goes on, if one does; one that took no time is kept only if it says something. */
export function end(draft: Draft, at: number, why: EpisodeEnd): void {
  const { open } = draft.fold;
  if (!open) return;
  if (open.state === "drifting") for (const spot of draft.fold.free) drifted(draft, spot);
  close(draft, at, why);
  draft.fold = { ...draft.fold, open: null, free: [], still: null, steps: [] };
}

/** Ends a drifting episode at a spot, without those that come after it. */
export function endAt(draft: Draft, spot: Spot, why: EpisodeEnd): void {
  drifted(draft, spot);
  close(draft, spot.at, why);
  draft.fold = { ...draft.fold, open: null };
}

function close(draft: Draft, at: number, why: EpisodeEnd): void {
  const { open, totals } = draft.fold;
  if (!open) return;
  const isPassing = at <= open.startedAt && open.state === "drifting" && why !== "open";
  if (isPassing) return;
  const episode = toEpisode(draft, at, why);
  draft.closed.push(episode);
  draft.fold = {
    ...draft.fold,
    wasTaken: isTaken(draft, open),
    totals: withEpisode(totals, episode),
  };
}

function toEpisode(draft: Draft, at: number, end: EpisodeEnd): Episode {
  const { open, still } = draft.fold;
  const { state = "drifting", startedAt = at, first = null, last = null } = open ?? {};
  const middle = still?.middle;
  return {
    state,
    startedAt: new Date(startedAt),
    endedAt: new Date(Math.max(at, startedAt)),
    from: middle ?? first?.position ?? null,
    to: middle ?? last?.position ?? null,
    fromKilometre: first?.place?.kilometre ?? null,
    toKilometre: (middle ? first : last)?.place?.kilometre ?? null,
    end,
    fixCount: open?.fixCount ?? 0,
    travelledMetres: open?.travelledMetres ?? 0,
    intervalSeconds: intervalSeconds(draft.fold),
    hidden: hiddenOf(draft, at),
  };
}

function hiddenOf({ fold }: Draft, at: number): Episode["hidden"] {
  const { open, wasTaken } = fold;
  if (!open) return null;
  if (open.hidden) return { from: new Date(open.hidden.from), to: new Date(open.hidden.to) };
  if (open.state === "carried" || open.state === "held" || !wasTaken || isAdrift(open)) return null;
  return { from: new Date(open.startedAt), to: new Date(Math.max(at, open.startedAt)) };
}

function isAdrift({ state, travelledMetres }: OpenEpisode): boolean {
  return state === "drifting" && travelledMetres >= ADRIFT_METRES;
}

function isTaken({ fold }: Draft, open: OpenEpisode): boolean {
  if (open.state === "carried" || open.state === "held") return true;
  return fold.wasTaken && !isAdrift(open);
}

function withEpisode(
  totals: Totals,
  { state, startedAt, endedAt, travelledMetres }: Episode,
): Totals {
  const seconds = (endedAt.getTime() - startedAt.getTime()) / 1000;
  const isStranded = state === "stranded";
  return {
    ...totals,
    travelledMetres: totals.travelledMetres + travelledMetres,
    strandingCount: totals.strandingCount + (isStranded ? 1 : 0),
    strandedSeconds: totals.strandedSeconds + (isStranded ? seconds : 0),
  };
}

/** A stretch in which nothing was heard. */
export function silent(draft: Draft, from: number, to: number): void {
  const { last, wasTaken } = draft.fold;
  draft.closed.push({
    state: "silent",
    startedAt: new Date(from),
    endedAt: new Date(to),
    from: last?.position ?? null,
    to: null,
    fromKilometre: last?.place?.kilometre ?? null,
    toKilometre: null,
    end: "seen",
    fixCount: 0,
    travelledMetres: 0,
    intervalSeconds: intervalSeconds(draft.fold),
    hidden: wasTaken ? { from: new Date(from), to: new Date(to) } : null,
  });
}
