import type { Evidence, ItemCode, JourneyMeasures } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** The measures of one item's journey. */
export interface JourneySummary extends JourneyMeasures {
  readonly itemId: number;
  readonly itemCode: string;
}

/** How much of a journey is shown: everything, or what a study has made public at an instant. */
export type EvidenceLimit = "everything" | { readonly fixesBefore: Date };

/** Journeys as they are read. The journey keeper writes them, the API reads. */
export interface JourneyStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly JourneySummary[]>;
  /** Release, good fixes inside deployments, and sightings, in time order. */
  evidence(code: ItemCode, limit: EvidenceLimit): Promise<readonly Evidence[]>;
}

/** A journey that has to take in what came since. */
export interface ChangedJourney {
  readonly itemId: number;
  /** The fold over all evidence up to `settledAt`, as the keeper left it. */
  readonly state: object | null;
  readonly settledAt: Date | null;
  /** The earliest time of what came or changed since then. */
  readonly changedSince: Date;
}

/** A journey as the keeper leaves it. */
export interface AdvancedJourney {
  readonly itemId: number;
  readonly state: object | null;
  readonly settledAt: Date | null;
  readonly measures: JourneyMeasures;
}

/** Evidence of an item later than an instant, or all of it. */
export interface EvidencePart {
  readonly itemId: number;
  readonly after: Date | null;
}

/** Reads parts of journeys: by item, in time order; items without such evidence are left out. */
export type ReadEvidence = (
  parts: readonly EvidencePart[],
) => Promise<ReadonlyMap<number, readonly Evidence[]>>;

/** The journey keeper's side. It is the one writer of journeys. */
export interface JourneyLog {
  /** Takes up to `limit` changed journeys, lets `advance` bring them up to date, and saves them; returns how many there were. */
  take(
    limit: number,
    advance: (
      changed: readonly ChangedJourney[],
      read: ReadEvidence,
    ) => Promise<readonly AdvancedJourney[]>,
  ): Promise<number>;
}
