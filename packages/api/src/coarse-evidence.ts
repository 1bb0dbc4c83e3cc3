import { measuresOf } from "@zpr/analytics";
import { coarsePosition, type Evidence, type JourneyMeasures } from "@zpr/model";

/** Evidence with places by cell of a grid, `metres` wide; as it is for 0. */
export function coarseEvidence(evidence: readonly Evidence[], metres: number): readonly Evidence[] {
  if (metres === 0) return evidence;
  return evidence.map((piece) =>
    piece.position ? { ...piece, position: coarsePosition(piece.position, metres) } : piece,
  ) as readonly Evidence[];
}

/**
 * The measures that go with it: what lies between two places by the coarse ones, since a distance
 * from a known place tells much of another; the way as it was, to the width of a cell.
 */
export function coarseMeasures(exact: readonly Evidence[], metres: number): JourneyMeasures {
  const measures = measuresOf(exact);
  if (metres === 0) return measures;
  return {
    ...measuresOf(coarseEvidence(exact, metres)),
    travelledMetres: Math.round(measures.travelledMetres / metres) * metres,
  };
}
