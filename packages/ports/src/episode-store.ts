import type { Episode, EpisodeRules, EpisodeState } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** An episode of an item, with the thresholds by which it was told. */
export interface StoredEpisode extends Episode {
  readonly id: number;
  readonly itemCode: string;
  readonly studyId: number;
  readonly rules: EpisodeRules;
}

/** The order of episodes in lists. */
export interface EpisodeKey {
  readonly startedAt: Date;
  readonly id: number;
}

export interface EpisodeFilter {
  readonly studies: StudyScope;
  readonly itemCode?: string;
  readonly state?: EpisodeState;
  /** Episodes that went on at any time from here to there. */
  readonly from?: Date;
  readonly to?: Date;
}

/** Episodes as they are read. The journey keeper writes them, the API reads. */
export interface EpisodeStore {
  /** In the order in which they began. */
  list(filter: EpisodeFilter, page: Page<EpisodeKey>): Promise<readonly StoredEpisode[]>;
}
