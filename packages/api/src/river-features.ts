import { surveyRiver } from "@zpr/analytics";
import type { River } from "@zpr/ports";

/** A river without its geometry. */
export function toRiver(river: River) {
  const { id, version, studyId, name, mouth, origin, lines, sections } = river;
  return {
    id,
    version,
    studyId,
    name,
    mouth,
    origin,
    lineCount: lines.length,
    sections: [...sections],
  };
}

/** A river as GeoJSON, each line with what measuring along it gives. */
export function toRiverGeoJson(river: River) {
  const survey = surveyRiver(river);
  const lines = survey.lines.map(({ from: _, to: __, ...said }, number) => ({
    type: "Feature" as const,
    id: `line-${number}`,
    geometry: { type: "LineString", coordinates: survey.flowing[number]?.coordinates ?? [] },
    properties: { kind: "line", number, ...said },
  }));
  const water = river.water.map((coordinates, number) => ({
    type: "Feature" as const,
    id: `water-${number}`,
    geometry: { type: "Polygon", coordinates },
    properties: { kind: "water" },
  }));
  return {
    type: "FeatureCollection" as const,
    features: [...lines, ...water],
    properties: toRiver(river),
  };
}
