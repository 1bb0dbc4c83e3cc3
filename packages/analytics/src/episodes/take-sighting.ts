/** What a finder's report says of the state an item is in. */
import type { SightingEvidence } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import type { Draft, Spot } from "./fold-state.ts";
import { begin, end } from "./open-episode.ts";
import { beginStill, stayStill } from "./still.ts";
import { breakSilence, takeSpot } from "./take-fix.ts";
import { intervalSeconds, silentMilliseconds, stillMetres } from "./thresholds.ts";

const ASHORE = new Set<SightingEvidence["surroundings"]>([
  "bank",
  "vegetation",
  "structure",
  "beach",
]);

/** Takes in a sighting; where a tracker speaks, it says only whether somebody has the item. */
export function takeSighting(draft: Draft, sighting: SightingEvidence, spot: Spot | null): void {
  const at = sighting.time.getTime();
  const isTracked = hasTracker(draft, at);
  if (!lieUnseen(draft, sighting, spot)) breakSilence(draft, at);
  if (draft.fold.open?.state === "held" && sighting.surroundings !== "elsewhere") {
    end(draft, at, "seen");
    draft.fold = { ...draft.fold, lastAt: at };
    if (isTracked) beginUnmeasured(draft, at, spot);
  }
  if (!isTracked && spot && draft.fold.open?.state !== "held") layDown(draft, sighting, spot);
  if (sighting.putBack === "taken-along" || sighting.putBack === "moved")
    takeAlong(draft, at, spot);
  const last = isTracked ? draft.fold.last : (spot ?? draft.fold.last);
  draft.fold = { ...draft.fold, lastAt: at, last };
}

/** The way to the first fix is none of the tracker's: it must not make adrift what lies in a home. */
function beginUnmeasured(draft: Draft, at: number, spot: Spot | null): void {
  begin(draft, "drifting", { at, spot });
  const { open } = draft.fold;
  if (open) draft.fold = { ...draft.fold, open: { ...open, anchor: null } };
}

function takeAlong(draft: Draft, at: number, spot: Spot | null): void {
  if (draft.fold.open?.state === "held") return;
  end(draft, at, "held");
  begin(draft, "held", { at, spot });
}

function hasTracker({ fold, ground }: Draft, at: number): boolean {
  const allowed = silentMilliseconds(ground.rules, intervalSeconds(fold));
  return fold.lastFix !== null && at - fold.lastFix.at <= allowed;
}

/** Whether an item that was left ashore and is seen there again lay there meanwhile. */
function lieUnseen(draft: Draft, { surroundings }: SightingEvidence, spot: Spot | null): boolean {
  const { open, still, lastFix } = draft.fold;
  if (open?.state !== "stranded" || !still || !spot || !ASHORE.has(surroundings)) return false;
  const isByReport = lastFix === null || lastFix.at < open.startedAt;
  const metres = distanceMetres(still.middle, spot.position);
  return isByReport && metres <= stillMetres(draft.ground.rules);
}

function layDown(draft: Draft, sighting: SightingEvidence, spot: Spot): void {
  const { open, still } = draft.fold;
  const state = stateAt(draft, sighting, spot);
  if (lieUnseen(draft, sighting, spot) && still)
    draft.fold = { ...draft.fold, still: stayStill(still, spot) };
  else if (state === "stranded" || (state === "drifting" && open?.state === "stranded"))
    turn(draft, state, spot);
  else takeSpot(draft, spot, state === "carried");
}

function turn(draft: Draft, state: "stranded" | "drifting", spot: Spot): void {
  const { open, lastAt } = draft.fold;
  const at = open ? spot.at : (lastAt ?? spot.at);
  end(draft, spot.at, open?.state === "stranded" ? "refloated" : "stranded");
  begin(draft, state, { at, spot });
  if (state === "stranded") draft.fold = { ...draft.fold, still: beginStill([spot]) };
}

function stateAt(draft: Draft, { surroundings }: SightingEvidence, spot: Spot) {
  if (!draft.ground.river.isWater(spot.position)) return "carried";
  return ASHORE.has(surroundings) ? "stranded" : "drifting";
}
