import type {
  Condition,
  EpisodeRules,
  Locale,
  PublishSightings,
  Surroundings,
  WatchRules,
  WaterLines,
} from "@zpr/model";
import type { LocalText } from "./contest-store.ts";
import type { Page, StudyScope } from "./page.ts";

/** One research project. */
export interface Study {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** Everything in it comes from a simulator, and is labelled so wherever it shows. */
  readonly simulated: boolean;
  /** Whether anybody may see its items, good fixes and sightings. */
  readonly public: boolean;
  /** How many hours fixes stay unpublished. */
  readonly publicDelayHours: number;
  /** How wide the cells are by which positions are public, metres; 0 where they are exact. */
  readonly publicCoarseMetres: number;
  /** The language of its mails. */
  readonly locale: Locale;
  /** Thresholds of the watch in which it differs from the defaults. */
  readonly watchRules: Partial<WatchRules>;
  /** When it ends or ended: reports that come later say so. */
  readonly closedAt: Date | null;
  /** Where its water is; null when nobody said. */
  readonly waterLines: WaterLines | null;
  /** How far from those lines an item may have drifted. */
  readonly corridorMetres: number;
  /** Whether reports wait for a review before anybody else sees them. */
  readonly publishSightings: PublishSightings;
  /** Whether photos that a researcher approved are public. */
  readonly publishPhotos: boolean;
  /** What it says to finders, in the languages it was written in. */
  readonly finderTexts: LocalText;
  /** Thresholds of episodes in which it differs from the defaults. */
  readonly episodeRules: Partial<EpisodeRules>;
}

type Optional =
  | "publicCoarseMetres"
  | "locale"
  | "watchRules"
  | "closedAt"
  | "waterLines"
  | "corridorMetres"
  | "publishSightings"
  | "publishPhotos"
  | "finderTexts"
  | "episodeRules";

/** English, the default thresholds, without an end and of unknown water unless it says otherwise. */
export type NewStudy = Omit<Study, "id" | "version" | Optional> & Partial<Pick<Study, Optional>>;

/** What a public page says of a study in numbers. */
export interface StudyCounts {
  readonly itemCount: number;
  readonly trackerCount: number;
  readonly sightingCount: number;
  /** At most: who gave no address counts with each report. */
  readonly finderCount: number;
  /** Of all its items together, metres, noise not counted. */
  readonly travelledMetres: number;
  /** Trackers in items that were heard and are not silent. */
  readonly aliveTrackerCount: number;
}

/** A report as the public page of its study shows it. */
export interface LatestSighting {
  readonly publicId: string;
  readonly itemCode: string;
  readonly itemType: string;
  readonly seenAt: Date;
  readonly condition: Condition;
  readonly surroundings: Surroundings;
  /** The first that was approved for everybody, where the study publishes photos. */
  readonly photo: { readonly n: number; readonly width: number; readonly height: number } | null;
}

/** Studies. The API writes and reads. */
export interface StudyStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly Study[]>;
  find(id: number): Promise<Study | undefined>;
  /** Makes a study with its first owner, if a user made it; `undefined` when the name is taken. */
  create(study: NewStudy, owner: number | undefined): Promise<Study | undefined>;
  /** `undefined` when there is no such study. */
  update(id: number, changes: Partial<NewStudy>): Promise<Study | "name-taken" | undefined>;
  counts(id: number, now: Date): Promise<StudyCounts>;
  /** Public reports, the newest first. */
  latestSightings(id: number, limit: number): Promise<readonly LatestSighting[]>;
}
