import type { Position } from "./position.ts";

/** A centre line of a river, drawn towards the mouth. A river bends through several of one name. */
export interface RiverLine {
  readonly name: string;
  readonly coordinates: readonly Position[];
}

/** Water as the rings of a GeoJSON Polygon: the outer one, then islands. */
export type WaterPolygon = readonly (readonly Position[])[];

/** The place from which a study counts its kilometres, and what they are there; they rise seaward. */
export interface RiverOrigin {
  readonly position: Position;
  readonly kilometre: number;
}

/** A river as a study draws it: where its water runs, and from where it is measured. */
export interface RiverDrawing {
  readonly lines: readonly RiverLine[];
  /** Where items drift further from the lines than the corridor: wide water, and the sea. */
  readonly water: readonly WaterPolygon[];
  /** Null where the first line without a confluence ends in the sea by itself. */
  readonly mouth: Position | null;
  /** Null to count from the beginning of the line that reaches the mouth. */
  readonly origin: RiverOrigin | null;
}

/** A stretch of a river that a study gave a name, by kilometres from its origin. */
export interface RiverSection {
  readonly name: string;
  readonly fromKilometre: number;
  readonly toKilometre: number;
  /** Only on lines of this name; null on all. */
  readonly line: string | null;
}

/** A place as the river sees it. */
export interface RiverPlace {
  /** Name of the line, and which one it is. */
  readonly line: string;
  readonly lineNumber: number;
  /** Along the centre lines from here to the mouth. */
  readonly kilometresToMouth: number;
  /** From the origin that the study set, rising seaward. */
  readonly kilometre: number;
  /** How far beside the line the place is. */
  readonly offsetMetres: number;
}

/** Why a drawing is no river yet. `line` numbers lines from 0 in the order they were drawn. */
export type RiverProblem =
  | { readonly kind: "not-wgs84"; readonly line: number }
  | { readonly kind: "no-lines" }
  | { readonly kind: "gap"; readonly line: number; readonly metres: number }
  | { readonly kind: "unknown-mouth"; readonly lines: readonly number[] }
  | { readonly kind: "circle"; readonly lines: readonly number[] }
  | {
      readonly kind: "crossing";
      readonly line: number;
      readonly other: number;
      readonly position: Position;
    };

/** What a drawing says of one of its lines. */
export interface RiverLineReport {
  readonly name: string;
  readonly lengthMetres: number;
  /** Turned round, because the mouth is at the other end. */
  readonly reversed: boolean;
  readonly from: Position;
  readonly to: Position;
  /** Kilometres to the mouth at both ends; null while no way leads there. */
  readonly kilometresToMouth: { readonly from: number; readonly to: number } | null;
  /** River kilometres at both ends, from the origin; null while no way leads to the mouth. */
  readonly kilometres: { readonly from: number; readonly to: number } | null;
  /** The number of the line it flows into; null at the mouth. */
  readonly into: number | null;
}
