import type {
  BoundingBox,
  ItemCode,
  Position,
  Review,
  SightingNote,
  SightingReport,
  Suspicion,
  WaterLines,
} from "@zpr/model";
import type { FinderLetters } from "./finder-contacts.ts";
import type { Page, StudyScope } from "./page.ts";
import type { PhotoName } from "./photo-uploads.ts";

/** A finder's report as it is kept; who reported it is kept apart. */
export interface Sighting extends Omit<SightingReport, "contact"> {
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  /** As the finder gave it; there may be no item with it. */
  readonly itemCode: ItemCode;
  readonly receivedAt: Date;
  /** First, second, third ... report of this code. */
  readonly finderNumber: number;
  readonly photos: readonly SightingPhoto[];
  /** How many more photos are kept that cannot be shown yet. */
  readonly photosNotShown: number;
  readonly simulated: boolean;
  readonly notes: readonly SightingNote[];
  readonly suspicious: readonly Suspicion[];
  readonly review: Review;
}

/** A sighting with the study of its item, if there is such an item. */
export interface PlacedSighting extends Sighting {
  readonly studyId: number | null;
}

export interface SightingPhoto {
  readonly n: number;
  readonly width: number;
  readonly height: number;
}

export interface StoredPhoto extends PhotoName {
  readonly objectKey: string;
  /** In pixels; null when it is kept as it came, as it cannot be decoded yet. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

export interface SightingFilter {
  /** `no-item`: reports of codes that belong to no item. */
  readonly studies: StudyScope | "no-item";
  readonly itemCode?: string;
  readonly bbox?: BoundingBox;
  readonly review?: Review;
}

/** The key that orders sightings: newest first. */
export interface SightingKey {
  readonly seenAt: Date;
  readonly id: string;
}

/** What is known of the item of a report at the moment it comes in. */
export interface Circumstances {
  readonly simulated: boolean;
  readonly reportedToday: boolean;
  readonly releasedAt: Date | null;
  readonly studyClosedAt: Date | null;
  readonly waterLines: WaterLines | null;
  readonly corridorMetres: number;
  /** Where items of the study were released, and where the item was last on its way. */
  readonly knownPlaces: readonly Position[];
}

/** A report with what is decided of it when it is kept. */
export interface Arrival {
  readonly code: ItemCode;
  readonly report: SightingReport;
  readonly receivedAt: Date;
  /** `undefined` circumstances when no item has the code. */
  readonly judge: (circumstances: Circumstances | undefined) => Judgement;
  readonly letters: FinderLetters;
}

/** What a finder is told of a report, and what makes somebody look at it first. */
export type Judgement = Pick<Sighting, "notes" | "suspicious">;

/** A report as it is kept, and whether it came for the first time. */
export interface ReportOutcome {
  readonly sighting: PlacedSighting;
  readonly isNew: boolean;
}

/** What a researcher decides of a doubtful report. */
export interface Verdict {
  readonly review: "accepted" | "rejected";
  readonly by: string;
  readonly at: Date;
  readonly letters: FinderLetters;
}

/** Finders' reports. The API writes and reads. */
export interface SightingStore {
  /** Keeps a report; the same id again changes nothing, unless it now has a code that belongs to an item where it had none before. */
  report(arrival: Arrival): Promise<ReportOutcome>;
  list(filter: SightingFilter, page: Page<SightingKey>): Promise<readonly Sighting[]>;
  find(id: string): Promise<PlacedSighting | undefined>;
  /** `undefined` when there is no such sighting. */
  review(id: string, verdict: Verdict): Promise<PlacedSighting | undefined>;
  /** Records a photo, in place of an earlier one of the same number; returns whether it is the first. */
  addPhoto(photo: StoredPhoto): Promise<boolean>;
  findPhoto(sightingId: string, n: number): Promise<StoredPhoto | undefined>;
}
