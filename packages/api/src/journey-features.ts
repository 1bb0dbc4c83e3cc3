import type { Evidence, FixEvidence, Position } from "@zpr/model";

/** A feature of a journey's GeoJSON. */
export interface JourneyFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: Position }
    | { readonly type: "LineString" | "MultiPoint"; readonly coordinates: readonly Position[] }
    | null;
  readonly properties: Readonly<Record<string, unknown>> & {
    readonly kind: "release" | "track" | "network" | "sighting";
  };
}

/**
 * A journey's evidence as GeoJSON: release and sightings as points, each tracker's fixes as one
 * line, and those that the network placed apart, as no line goes through them.
 */
export function toFeatures(evidence: readonly Evidence[]): readonly JourneyFeature[] {
  const points = evidence.flatMap((piece) => (piece.kind === "fix" ? [] : [toPoint(piece)]));
  const fixes = evidence.filter((piece) => piece.kind === "fix");
  const byTracker = ({ trackerId }: FixEvidence) => trackerId;
  const tracks = Map.groupBy(
    fixes.filter(({ network }) => !network),
    byTracker,
  );
  const rough = Map.groupBy(
    fixes.filter(({ network }) => network),
    byTracker,
  );
  return [...points, ...[...tracks].map(toTrack), ...[...rough].map(toNetwork)];
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

function toNetwork([trackerId, fixes]: readonly [number, readonly FixEvidence[]]): JourneyFeature {
  return {
    type: "Feature",
    id: `network-${trackerId}`,
    geometry: { type: "MultiPoint", coordinates: fixes.map((fix) => fix.position) },
    properties: { kind: "network", trackerId, times: fixes.map((fix) => fix.time) },
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
