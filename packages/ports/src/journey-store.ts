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
  /** The fold over all evidence up to `settledAt`, as the keeper left it. */
  readonly state: object | null;
  readonly settledAt: Date | null;
  /** The earliest time of what came or changed since then. */
  readonly changedSince: Date;
  /** Evidence later than an instant, or all of it; in time order. */
  evidenceAfter(time: Date | null): Promise<readonly Evidence[]>;
}

/** A journey as the keeper leaves it. */
export interface AdvancedJourney {
  readonly state: object | null;
  readonly settledAt: Date | null;
  readonly measures: JourneyMeasures;
}

/** The journey keeper's side. It is the one writer of journeys. */
export interface JourneyLog {
  /** Takes up to `limit` changed journeys, lets `advance` bring each up to date, and saves them; returns how many there were. */
  take(
    limit: number,
    advance: (changed: ChangedJourney) => Promise<AdvancedJourney>,
  ): Promise<number>;
}
