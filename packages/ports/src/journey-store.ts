import type {
  DriftMeasures,
  Episode,
  EpisodeRules,
  Evidence,
  ItemCode,
  JourneyMeasures,
  RiverDrawing,
  WaterLines,
} from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** The measures of one item's journey. */
export interface JourneySummary extends JourneyMeasures {
  readonly itemId: number;
  readonly itemCode: string;
  /** What its episodes come to; null until the keeper has told them. */
  readonly drift: DriftMeasures | null;
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
  readonly studyId: number;
  /** Names everything by which episodes are told there; another one with each change of it. */
  readonly ground: string;
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
  readonly drift: DriftMeasures;
  readonly ground: string;
  readonly rules: EpisodeRules;
  readonly episodes: ToldEpisodes;
}

/** Episodes of a journey, in time order. */
export interface ToldEpisodes {
  /** Whether they are told from the beginning, or go on from those that were settled. */
  readonly fromBeginning: boolean;
  /** Those that no later evidence changes. */
  readonly settled: readonly Episode[];
  readonly open: readonly Episode[];
}

/** By what the episodes of a study are told. */
export interface StudyGround {
  readonly rules: Partial<EpisodeRules>;
  readonly corridorMetres: number;
  readonly waterLines: WaterLines | null;
  readonly rivers: readonly RiverDrawing[];
}

/** Evidence of an item later than an instant, or all of it. */
export interface EvidencePart {
  readonly itemId: number;
  readonly after: Date | null;
}

/** What is known of an item, in time order. */
export interface ItemEvidence {
  readonly pieces: readonly Evidence[];
  /** When the first fix of them was that came in so lately that an earlier one may still be on its way. */
  readonly freshSince: Date | null;
}

/** What the keeper may ask while it brings journeys up to date. */
export interface KeeperReading {
  /** Parts of journeys, by item; items without such evidence are left out. */
  readonly evidence: (parts: readonly EvidencePart[]) => Promise<ReadonlyMap<number, ItemEvidence>>;
  readonly ground: (studyId: number) => Promise<StudyGround>;
}

/** The journey keeper's side. It is the one writer of journeys. */
export interface JourneyLog {
  /** Takes up to `limit` changed journeys, lets `advance` bring them up to date, and saves them; whether there may be more. */
  take(
    limit: number,
    advance: (
      changed: readonly ChangedJourney[],
      read: KeeperReading,
    ) => Promise<readonly AdvancedJourney[]>,
  ): Promise<boolean>;
}
