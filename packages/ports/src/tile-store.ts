import type { TimeSpan, View } from "./feature-store.ts";

/** What a map tile shows. */
export interface TileQuery {
  readonly view: View;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly studyId?: number;
  readonly during?: TimeSpan;
  /** With more points than this, a tile shows counts by cell. */
  readonly maxPoints: number;
  /** Zoom level whose tiles are the cells, if cells are kept as fine. */
  readonly cellLevel: number;
}

/** Single points, or too many of them summed up by cell. */
export type TileContent<Point> =
  | { readonly kind: "points"; readonly points: readonly Point[] }
  | {
      readonly kind: "cells";
      readonly cells: readonly TileCell[];
      /** Zoom level whose tiles the cells are. */
      readonly cellLevel: number;
    };

/** The points in one cell. */
export interface TileCell {
  /** Tile key of the cell, at the cell level. */
  readonly key: number;
  readonly count: number;
  readonly newest: Date;
  /** Cells of flagged points are apart, and for members only. */
  readonly flagged: boolean;
  /** Cells of points that the network placed are apart. */
  readonly network: boolean;
}

/** A fix as a point on a map. */
export interface FixPoint {
  readonly id: string;
  readonly tileKey: number;
  readonly trackerId: number;
  readonly time: Date;
  readonly flagged: boolean;
  readonly network: boolean;
  readonly itemCode: string | null;
}

/** A sighting as a point on a map. */
export interface SightingPoint {
  readonly id: string;
  readonly tileKey: number;
  readonly time: Date;
  readonly condition: string;
  readonly itemCode: string;
}

/** Fixes and sightings by map tile, always in one order, under the rules of the feature store. The API reads. */
export interface TileStore {
  fixes(query: TileQuery): Promise<TileContent<FixPoint>>;
  sightings(query: TileQuery): Promise<TileContent<SightingPoint>>;
}
