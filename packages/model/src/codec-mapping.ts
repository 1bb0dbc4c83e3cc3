/** Our names for what a codec may tell; `hasFix` and `noFix` say whether a position is a new one. */
export const MAPPED_NAMES = [
  "longitude",
  "latitude",
  "fixTime",
  "hasFix",
  "noFix",
  "accuracyMetres",
  "altitudeMetres",
  "speedMetresPerSecond",
  "headingDegrees",
  "satellites",
  "hdop",
  "batteryVolts",
  "batteryPercent",
] as const;
export type MappedName = (typeof MAPPED_NAMES)[number];

/** Where in a codec's data a value stands, and how it becomes ours: times `scale`, plus `offset`, from `unit`. */
export interface ValuePlace {
  /** Names with dots between them, and `[n]` for the n-th of a list: `gps.fixes[0].lat`. */
  readonly path: string;
  readonly scale?: number;
  readonly offset?: number;
  readonly unit?: string;
}

/** From our names to a codec's. A name that is absent is looked for under the usual names, null is not looked for. */
export type CodecMapping = Readonly<Partial<Record<MappedName, ValuePlace | null>>>;
