import type { Position } from "@zpr/model";
import type { AnyFeature } from "./collection.ts";
import { project, type ReferenceSystem } from "./crs.ts";
import type { Link } from "./links.ts";

/** A feature as GeoJSON. */
export interface FeatureJson {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: {
    readonly type: string;
    readonly coordinates: Position | readonly Position[];
  };
  /** Times become ISO 8601 UTC when they are written. */
  readonly properties: object;
  readonly links?: readonly Link[];
}

/** Writes a feature in a reference system. */
export function featureJson(feature: AnyFeature, crs: ReferenceSystem): FeatureJson {
  const { id, geometry, properties } = feature;
  return { type: "Feature", id, geometry: geometryJson(geometry, crs), properties };
}

function geometryJson(
  geometry: Position | readonly Position[],
  crs: ReferenceSystem,
): FeatureJson["geometry"] {
  return isLine(geometry)
    ? { type: "LineString", coordinates: geometry.map((position) => project(position, crs)) }
    : { type: "Point", coordinates: project(geometry, crs) };
}

function isLine(geometry: Position | readonly Position[]): geometry is readonly Position[] {
  return typeof geometry[0] === "object";
}
