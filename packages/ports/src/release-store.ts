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
  /** By which high water there comes behind that of the tide station; null where nobody said. */
  readonly tideLagMinutes: number | null;
  readonly itemCodes: readonly string[];
  readonly photos: readonly {
    readonly n: number;
    /** Pixels; null while the photo is kept and cannot be shown yet. */
    readonly width: number | null;
    readonly height: number | null;
  }[];
}

export interface NewRelease
  extends Omit<Release, "id" | "version" | "itemCodes" | "endedAt" | "photos"> {
  /** A UUID made by the phone; the same again is the same release. */
  readonly clientId: string | null;
  readonly itemCodes: readonly ItemCode[];
}

/** A photo of what is released, as it is kept. */
export interface ReleasePhoto {
  readonly releaseId: number;
  readonly n: number;
  readonly objectKey: string;
  /** Pixels; null while nobody can decode it. */
  readonly size: { readonly width: number; readonly height: number } | null;
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
  find(id: number): Promise<Release | undefined>;
  /**
   * Records a release and its items; the same place and instant again adds the items to it. One
   * that its phone sent before is answered as it stands, and `isNew` says so.
   */
  create(
    release: NewRelease,
  ): Promise<{ readonly release: Release; readonly isNew: boolean } | ReleaseRefusal>;
  /** `undefined` when there is no such release; `taken` when another is of the same place and instant. */
  change(
    id: number,
    changes: ReleaseChanges,
  ): Promise<Release | "taken" | "ends-before-start" | undefined>;
  /** Puts items into a release; those that are in it already stay. */
  addItems(id: number, codes: readonly ItemCode[]): Promise<Release | ReleaseRefusal | undefined>;
  /** Takes items out of a release: they are not released any more. */
  removeItems(id: number, codes: readonly ItemCode[]): Promise<Release | undefined>;
  /** Notes a photo; the same number again replaces it. Tells whether it is the first of its number. */
  addPhoto(photo: ReleasePhoto): Promise<boolean>;
  findPhoto(releaseId: number, n: number): Promise<ReleasePhoto | undefined>;
}
