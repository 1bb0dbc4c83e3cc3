import type { BoundingBox, ItemCode, SightingReport } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** A finder's report as it is kept; who reported it is kept apart. */
export interface Sighting extends Omit<SightingReport, "contact"> {
  readonly itemCode: string;
  readonly receivedAt: Date;
  /** First, second, third ... report of this item. */
  readonly finderNumber: number;
  readonly photos: readonly SightingPhoto[];
  readonly simulated: boolean;
}

export interface SightingPhoto {
  readonly n: number;
  readonly width: number;
  readonly height: number;
}

export interface StoredPhoto extends SightingPhoto {
  readonly sightingId: string;
  readonly objectKey: string;
}

export interface SightingFilter {
  readonly studies: StudyScope;
  readonly itemCode?: string;
  readonly bbox?: BoundingBox;
}

/** The key that orders sightings: newest first. */
export interface SightingKey {
  readonly seenAt: Date;
  readonly id: string;
}

/** Finders' reports. The API writes and reads. */
export interface SightingStore {
  /** Keeps a report; the same id again changes nothing. `item-unknown` when there is no such item. */
  report(
    code: ItemCode,
    report: SightingReport,
    receivedAt: Date,
  ): Promise<ReportOutcome | "item-unknown">;
  list(filter: SightingFilter, page: Page<SightingKey>): Promise<readonly Sighting[]>;
  find(id: string): Promise<(Sighting & { readonly studyId: number }) | undefined>;
  /** Records a photo, in place of an earlier one of the same number; returns whether it is the first. */
  addPhoto(photo: StoredPhoto): Promise<boolean>;
  findPhoto(sightingId: string, n: number): Promise<StoredPhoto | undefined>;
}

/** A report as it is kept, and whether it came for the first time. */
export interface ReportOutcome {
  readonly sighting: Sighting;
  readonly studyId: number;
  readonly isNew: boolean;
}
