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
  /** When the last item went in; null while it goes on, or when nobody said. */
  readonly endedAt: Date | null;
  readonly note: string;
  readonly itemCodes: readonly string[];
}

export interface NewRelease extends Omit<Release, "id" | "version" | "itemCodes" | "endedAt"> {
  readonly itemCodes: readonly ItemCode[];
}

/** Why a release could not be recorded, and which codes are to blame. */
export interface ReleaseRefusal {
  readonly refused: "code-unknown" | "already-released";
  readonly codes: readonly string[];
}

/** What may be changed of a release; what is absent stays. */
export type ReleaseChanges = Partial<
  Pick<Release, "place" | "position" | "releasedAt" | "endedAt" | "note">
>;

/** Releases. The API writes and reads. */
export interface ReleaseStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly Release[]>;
  /** Records a release and its items; the same place and instant again adds the items to it. */
  create(release: NewRelease): Promise<Release | ReleaseRefusal>;
  find(id: number): Promise<Release | undefined>;
  /** `undefined` when there is no such release; `taken` when another is of the same place and instant. */
  change(
    id: number,
    changes: ReleaseChanges,
  ): Promise<Release | "taken" | "ends-before-start" | undefined>;
  /** Puts items into a release; those that are in it already stay. */
  addItems(id: number, codes: readonly ItemCode[]): Promise<Release | ReleaseRefusal | undefined>;
  /** Takes items out of a release: they are not released any more. */
  removeItems(id: number, codes: readonly ItemCode[]): Promise<Release | undefined>;
}
