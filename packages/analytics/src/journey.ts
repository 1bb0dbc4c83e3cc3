/** Measures of a journey, by the definitions of docs/science.md, as a fold over its evidence in time order. */
import type { Evidence, JourneyMeasures, Position } from "@zpr/model";
import { distanceMetres } from "./distance.ts";

/** Steps shorter than this are noise of the tracker: four times its usual 12 m, at least 50 m. */
const NOISE_FLOOR_METRES = 50;

/** What a journey comes to so far. Plain data, so that it can be kept and gone on from. */
export interface JourneyState {
  readonly started: Place | null;
  readonly last: (Place & { readonly evidence: Evidence["kind"] }) | null;
  /** What distances are measured by; null while nothing but a network told where it is. */
  readonly way: Way | null;
  readonly travelledMetres: number;
  readonly fixCount: number;
  readonly sightingCount: number;
}

interface Place {
  readonly millisecondsSince1970: number;
  readonly position: Position;
}

interface Way {
  readonly from: Position;
  /** Where the last step that was longer than noise ended. */
  readonly anchor: Position;
  readonly to: Position;
}

export const EMPTY_JOURNEY: JourneyState = {
  started: null,
  last: null,
  way: null,
  travelledMetres: 0,
  fixCount: 0,
  sightingCount: 0,
};

/** Takes in one piece of evidence that is not earlier than the ones before. */
export function advance(state: JourneyState, piece: Evidence): JourneyState {
  const counted = {
    ...state,
    fixCount: state.fixCount + (piece.kind === "fix" ? 1 : 0),
    sightingCount: state.sightingCount + (piece.kind === "sighting" ? 1 : 0),
  };
  if (!piece.position) return counted;
  const place = { millisecondsSince1970: piece.time.getTime(), position: piece.position };
  const seen = {
    ...counted,
    started: state.started ?? place,
    last: { ...place, evidence: piece.kind },
  };
  return piece.kind === "fix" && piece.network ? seen : withStep(seen, piece.position);
}

function withStep(state: JourneyState, to: Position): JourneyState {
  if (!state.way) return { ...state, way: { from: to, anchor: to, to } };
  const step = distanceMetres(state.way.anchor, to);
  if (step < NOISE_FLOOR_METRES) return { ...state, way: { ...state.way, to } };
  return {
    ...state,
    way: { ...state.way, anchor: to, to },
    travelledMetres: state.travelledMetres + step,
  };
}

/** The measures a state comes to. */
export function measuresOfState({ started, last, way, ...state }: JourneyState): JourneyMeasures {
  return {
    startedAt: started && new Date(started.millisecondsSince1970),
    lastAt: last && new Date(last.millisecondsSince1970),
    lastPosition: last?.position ?? null,
    lastEvidence: last?.evidence ?? null,
    travelledMetres: state.travelledMetres,
    netMetres: way ? distanceMetres(way.from, way.to) : 0,
    fixCount: state.fixCount,
    sightingCount: state.sightingCount,
  };
}

/** The measures of evidence in time order. */
export function measuresOf(evidence: readonly Evidence[]): JourneyMeasures {
  return measuresOfState(evidence.reduce(advance, EMPTY_JOURNEY));
}
