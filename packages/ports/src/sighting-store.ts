import type {
  BoundingBox,
  ItemCode,
  PhotoRegion,
  Position,
  PublishSightings,
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
  /** Whether its note is for editors only. */
  readonly noteHidden: boolean;
  /** The report of the same find that counts in place of this one. */
  readonly mergedInto: string | null;
  /** Whether what counts differs from what the finder said. */
  readonly corrected: boolean;
  /** Whether its finder was asked something. */
  readonly question: "none" | "open" | "answered";
}

/** A sighting with the study of its item, if there is such an item. */
export interface PlacedSighting extends Sighting {
  readonly studyId: number | null;
}

/** A photo that can be shown: pixels, and what was decided of it. */
export interface SightingPhoto extends PhotoDecisions {
  readonly n: number;
  readonly width: number;
  readonly height: number;
  /** Another one for other bytes. */
  readonly version: number;
}

export interface PhotoDecisions {
  /** Whether anybody has decided about it. */
  readonly checked: boolean;
  /** For editors only. */
  readonly hidden: boolean;
  /** For everybody, once its report is accepted, in a study that publishes photos. */
  readonly public: boolean;
  /** What others than editors see blurred. */
  readonly blur: readonly PhotoRegion[];
}

export interface StoredPhoto extends PhotoName {
  readonly objectKey: string;
  /** Of the picture that others than editors see, where it is not the same. */
  readonly shownKey: string | null;
  readonly version: number;
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
  readonly publishSightings: PublishSightings;
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

/** A photo as it is kept when it comes in. */
export type ArrivedPhoto = Pick<StoredPhoto, "sightingId" | "n" | "objectKey" | "size">;

/** A photo that anybody may see. */
export interface PublicPhoto extends PhotoName {
  /** What everybody may call its report by; `sightingId` is for us. */
  readonly publicId: string;
  readonly seenAt: Date;
  readonly width: number;
  readonly height: number;
}

/** Finders' reports. The API writes and reads. */
export interface SightingStore {
  /** Keeps a report; the same id again changes nothing, unless it now has a code that belongs to an item where it had none before. */
  report(arrival: Arrival): Promise<ReportOutcome>;
  list(filter: SightingFilter, page: Page<SightingKey>): Promise<readonly PlacedSighting[]>;
  find(id: string): Promise<PlacedSighting | undefined>;
  /** Records a photo, in place of an earlier one of the same number that nobody decided about; returns whether it is the first. */
  addPhoto(photo: ArrivedPhoto): Promise<boolean>;
  findPhoto(sightingId: string, n: number): Promise<(StoredPhoto & PhotoDecisions) | undefined>;
  /** The photos of an item that anybody may see, oldest first. */
  publicPhotos(itemCode: ItemCode): Promise<readonly PublicPhoto[]>;
}
