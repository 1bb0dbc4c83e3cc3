import type { Position } from "./position.ts";
import type { Condition, PutBack, Surroundings } from "./sighting.ts";

/** A piece of evidence of where an item was. A journey is its evidence in time order. */
export type Evidence = ReleaseEvidence | FixEvidence | SightingEvidence;

export interface ReleaseEvidence {
  readonly kind: "release";
  readonly time: Date;
  readonly position: Position;
  readonly place: string;
}

/** A fix without a blocking flag, inside a deployment of its tracker in the item. */
export interface FixEvidence {
  readonly kind: "fix";
  readonly time: Date;
  readonly position: Position;
  readonly trackerId: number;
  /** From cells, Wi-Fi or satellites' Doppler: where it was within kilometres, no step of a way. */
  readonly network: boolean;
}

export interface SightingEvidence {
  readonly kind: "sighting";
  readonly time: Date;
  readonly position: Position | null;
  readonly id: string;
  readonly condition: Condition;
  readonly surroundings: Surroundings;
  readonly putBack: PutBack;
}

/** A journey in numbers. */
export interface JourneyMeasures {
  readonly startedAt: Date | null;
  readonly lastAt: Date | null;
  readonly lastPosition: Position | null;
  readonly lastEvidence: Evidence["kind"] | null;
  /** Along the way, steps below the noise of the tracker not counted. */
  readonly travelledMetres: number;
  /** As the crow flies from the first place to the last, rough ones not counted. */
  readonly netMetres: number;
  readonly fixCount: number;
  readonly sightingCount: number;
}
