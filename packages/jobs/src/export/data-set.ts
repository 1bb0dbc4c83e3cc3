import type { Position } from "@zpr/model";

/** What may stand in a cell of an exported table. */
export type Cell = string | number | boolean | Date | null;

/** A column with what it means, as the data dictionary tells it. */
export interface Column {
  readonly name: string;
  readonly kind: "text" | "number" | "integer" | "boolean" | "time";
  /** Empty when it has none. */
  readonly unit: string;
  readonly meaning: string;
}

/** Where a row is: a place, a way, or nowhere. */
export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
  | null;

/** One row: a cell a column, in their order, and where it is. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly geometry: Geometry;
}

/** A table to export; its rows are read anew each time, and never held all at once. */
export interface DataSet {
  readonly name: DataSetName;
  readonly meaning: string;
  readonly columns: readonly Column[];
  readonly rows: () => AsyncIterable<Row>;
}

export const DATA_SETS = ["items", "sightings", "fixes", "journeys"] as const;
export type DataSetName = (typeof DATA_SETS)[number];

export const EXPORT_FORMATS = ["csv", "geojson", "geoparquet"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
