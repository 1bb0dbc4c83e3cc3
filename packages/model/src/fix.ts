import type { Position } from "./position.ts";

/** Why a fix is doubted. Rules: see `flagsOf` in the analytics room. */
export type FixFlag =
  | "no-fix"
  | "null-island"
  | "out-of-range"
  | "before-deployment"
  | "after-retrieval"
  | "future"
  | "imprecise"
  | "spike"
  | "duplicate"
  | "network"
  | "late"
  | "carried"
  | "excluded";

/** How the tracker came to the position it reports. */
export type FixQuality = "valid" | "stale" | "none" | "network";

/** One record of a tracker: where it says it was, at one time by its own clock. */
export interface Fix {
  readonly time: Date;
  readonly position: Position | null;
  readonly quality: FixQuality;
  readonly altitudeMetres: number | null;
  readonly speedMetresPerSecond: number | null;
  /** Clockwise from north. */
  readonly headingDegrees: number | null;
  readonly satellites: number | null;
  readonly hdop: number | null;
  readonly accuracyMetres: number | null;
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
  /** Everything else the tracker said, by the protocol's own names. */
  readonly attributes: Readonly<Record<string, number | string | boolean>>;
}

/** A fix of which nothing is known but its time. */
export function emptyFix(time: Date): Fix {
  return {
    time,
    position: null,
    quality: "none",
    altitudeMetres: null,
    speedMetresPerSecond: null,
    headingDegrees: null,
    satellites: null,
    hdop: null,
    accuracyMetres: null,
    batteryVolts: null,
    batteryPercent: null,
    attributes: {},
  };
}
