/** What a fix says of the state an item is in. */
import { distanceMetres } from "../distance.ts";
import type { Draft, Spot } from "./fold-state.ts";
import { begin, drifted, end, endAt, silent } from "./open-episode.ts";
import { beginStill, isStill, stayStill, thinned } from "./still.ts";
import {
  intervalSeconds,
  silentMilliseconds,
  stillMetres,
  stillMilliseconds,
} from "./thresholds.ts";

const ENOUGH_FIXES = 3;
/** A single fix this many radii off that the next one takes back was noise. */
const NOISE_RADII = 5;

/** Takes in a spot of which is known whether somebody carries the item there. */
export function takeSpot(draft: Draft, spot: Spot, isCarried: boolean): void {
  breakSilence(draft, spot.at);
  const { open } = draft.fold;
  if (open?.state === "held") hold(draft, spot, isCarried);
  else if (isCarried) carry(draft, spot);
  else if (open?.state === "carried") putDown(draft, spot);
  else if (draft.fold.still) lie(draft, spot);
  else drift(draft, spot);
  draft.fold = { ...draft.fold, last: spot, lastAt: spot.at };
}

/** Ends what went on when nothing was heard for too long. */
export function breakSilence(draft: Draft, at: number): void {
  const { lastAt, open } = draft.fold;
  const allowed = silentMilliseconds(draft.ground.rules, intervalSeconds(draft.fold));
  if (lastAt === null || at - lastAt <= allowed || open?.state === "held") return;
  end(draft, lastAt, "silent");
  silent(draft, lastAt, at);
  draft.fold = { ...draft.fold, lastAt: at };
}

function drift(draft: Draft, spot: Spot): void {
  if (!draft.fold.open) begin(draft, "drifting", { at: draft.fold.lastAt ?? spot.at, spot });
  let free: readonly Spot[] = thinned([...draft.fold.free, spot]);
  const metres = stillMetres(draft.ground.rules);
  while (free.length > 1 && !isStill(free, metres)) {
    const [passed] = free;
    if (passed) drifted(draft, passed);
    free = free.slice(1);
  }
  draft.fold = { ...draft.fold, free };
  if (isLongEnough(draft, free)) strand(draft, free);
}

function isLongEnough({ fold, ground }: Draft, free: readonly Spot[]): boolean {
  const [first] = free;
  const last = free.at(-1);
  if (!first || !last || free.filter(({ isFix }) => isFix).length < ENOUGH_FIXES) return false;
  return last.at - first.at >= stillMilliseconds(ground.rules, intervalSeconds(fold));
}

function strand(draft: Draft, free: readonly Spot[]): void {
  const [first] = free;
  if (!first) return;
  endAt(draft, first, "stranded");
  draft.fold = { ...draft.fold, free: [], still: beginStill(free) };
  begin(draft, "stranded", { at: first.at, spot: first });
  for (const spot of free) counted(draft, spot);
}

function counted(draft: Draft, spot: Spot): void {
  const { open } = draft.fold;
  const fixCount = (open?.fixCount ?? 0) + (spot.isFix ? 1 : 0);
  if (open) draft.fold = { ...draft.fold, open: { ...open, fixCount } };
}

function lie(draft: Draft, spot: Spot): void {
  const { still } = draft.fold;
  if (!still) return;
  const radius = stillMetres(draft.ground.rules);
  const metres = distanceMetres(spot.position, still.middle);
  if (metres <= radius) {
    for (const one of [...still.pending, spot]) counted(draft, one);
    draft.fold = { ...draft.fold, still: stayStill(still, spot) };
  } else if (still.pending.length === 0 && metres <= NOISE_RADII * radius)
    draft.fold = { ...draft.fold, still: { ...still, pending: [spot] } };
  else refloat(draft, [...still.pending, spot]);
}

/** Ends a stranding when it was last at its place; the spots beyond are the way from there. */
export function refloat(draft: Draft, beyond: readonly Spot[]): void {
  const { still, open, last } = draft.fold;
  if (!still) return;
  const at = still.insideAt;
  const place = open?.first?.place ?? last?.place ?? null;
  end(draft, at, "refloated");
  const spot: Spot = { at, position: still.middle, place, isFix: false };
  begin(draft, "drifting", { at, spot });
  for (const one of beyond) drift(draft, one);
}

function carry(draft: Draft, spot: Spot): void {
  const { open, lastAt, last } = draft.fold;
  if (open?.state !== "carried") {
    const at = lastAt ?? spot.at;
    end(draft, at, "carried");
    begin(draft, "carried", { at, spot: open ? last : spot });
  }
  hide(draft, spot);
  draft.fold = { ...draft.fold, isOutside: !draft.ground.river.isWater(spot.position) };
}

/** Fixes from the first to this one are nobody's business. */
function hide(draft: Draft, spot: Spot): void {
  const { open } = draft.fold;
  if (!open) return;
  const hidden = { from: open.hidden?.from ?? spot.at, to: spot.at };
  const fixCount = open.fixCount + (spot.isFix ? 1 : 0);
  draft.fold = { ...draft.fold, open: { ...open, hidden, fixCount, last: spot } };
}

function putDown(draft: Draft, spot: Spot): void {
  const { last, isOutside } = draft.fold;
  const from = isOutside || !last ? spot : last;
  end(draft, from.at, "seen");
  begin(draft, "drifting", { at: from.at, spot: from });
  if (from !== spot) draft.fold = { ...draft.fold, free: [from] };
  drift(draft, spot);
}

/** Somebody has it until it drifts for two steps. */
function hold(draft: Draft, spot: Spot, isCarried: boolean): void {
  const { last, steps } = draft.fold;
  const isStep =
    !isCarried &&
    last !== null &&
    distanceMetres(last.position, spot.position) >= stillMetres(draft.ground.rules);
  const [first] = steps;
  if (isStep && first) {
    const { open } = draft.fold;
    const to = first.at - 1;
    const hidden = open?.hidden && open.hidden.from <= to ? { ...open.hidden, to } : null;
    if (open) draft.fold = { ...draft.fold, open: { ...open, hidden } };
    end(draft, first.at, "seen");
    drift(draft, first);
    drift(draft, spot);
  } else {
    hide(draft, spot);
    draft.fold = { ...draft.fold, steps: isStep ? [spot] : [] };
  }
}
