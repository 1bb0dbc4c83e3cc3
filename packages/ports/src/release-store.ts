import type { ItemCode, Position } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** Items put in the water together. */
export interface Release {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly place: string;
  readonly position: Position;
  readonly releasedAt: Date;
  readonly note: string;
  readonly itemCodes: readonly string[];
}

export interface NewRelease extends Omit<Release, "id" | "version" | "itemCodes"> {
  readonly itemCodes: readonly ItemCode[];
}

/** Why a release could not be recorded, and which codes are to blame. */
export interface ReleaseRefusal {
  readonly refused: "code-unknown" | "already-released";
  readonly codes: readonly string[];
}

/** Releases. The API writes and reads. */
export interface ReleaseStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly Release[]>;
  /** Records a release and its items; the same place and instant again adds the items to it. */
  create(release: NewRelease): Promise<Release | ReleaseRefusal>;
}
