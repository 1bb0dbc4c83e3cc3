import type { Evidence, FixEvidence, Position } from "@zpr/model";

/** A feature of a journey's GeoJSON. */
export interface JourneyFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: Position }
    | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
    | null;
  readonly properties: Readonly<Record<string, unknown>> & {
    readonly kind: "release" | "track" | "sighting";
  };
}

/** A journey's evidence as GeoJSON: release and sightings as points, each tracker's fixes as one line. */
export function toFeatures(evidence: readonly Evidence[]): readonly JourneyFeature[] {
  const tracks = new Map<number, FixEvidence[]>();
  const points: JourneyFeature[] = [];
  for (const piece of evidence) {
    if (piece.kind !== "fix") {
      points.push(toPoint(piece));
      continue;
    }
    const track = tracks.get(piece.trackerId);
    if (track) track.push(piece);
    else tracks.set(piece.trackerId, [piece]);
  }
  return [...points, ...[...tracks].map(toTrack)];
}

function toPoint(piece: Exclude<Evidence, FixEvidence>): JourneyFeature {
  const { kind, position, ...said } = piece;
  return {
    type: "Feature",
    id: piece.kind === "sighting" ? piece.id : "release",
    geometry: position && { type: "Point", coordinates: position },
    properties: { ...said, kind },
  };
}

function toTrack([trackerId, fixes]: readonly [number, readonly FixEvidence[]]): JourneyFeature {
  const coordinates = fixes.map((fix) => fix.position);
  const [only] = coordinates;
  return {
    type: "Feature",
    id: `track-${trackerId}`,
    geometry:
      coordinates.length === 1 && only
        ? { type: "Point", coordinates: only }
        : { type: "LineString", coordinates },
    properties: { kind: "track", trackerId, times: fixes.map((fix) => fix.time) },
  };
}
