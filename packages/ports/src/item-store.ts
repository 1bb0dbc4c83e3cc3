import type { ItemCode, Position } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** A kind of object that is released: what it is made of and how it floats. */
export interface ItemType {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly name: string;
  readonly material: string | null;
  readonly massGrams: number | null;
  readonly lengthMillimetres: number | null;
  /** Code of the EU Joint List of litter categories. */
  readonly jCode: string | null;
  readonly buoyancy: string | null;
}

export type ItemStatus = "not-released" | "released" | "lost" | "retrieved";

/** One tagged object with what is known of it now. */
export interface Item {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly code: string;
  readonly itemTypeId: number;
  readonly releaseId: number | null;
  readonly status: ItemStatus;
  readonly note: string;
  /** The tracker it carries now. */
  readonly trackerId: number | null;
  readonly lastPosition: Position | null;
  readonly lastAt: Date | null;
  readonly lastEvidence: "release" | "fix" | "sighting" | null;
  readonly travelledMetres: number;
  readonly netMetres: number;
  readonly sightingCount: number;
}

/** What anybody may know of an item of a study. */
export interface PublicItem {
  readonly id: number;
  readonly code: string;
  readonly itemType: { readonly name: string; readonly material: string | null };
  readonly study: {
    readonly id: number;
    readonly name: string;
    readonly simulated: boolean;
    readonly public: boolean;
    /** When the study ended, which may be still to come; its items may go on being found. */
    readonly closedAt: Date | null;
  };
  readonly release: {
    readonly place: string;
    readonly position: Position;
    readonly releasedAt: Date;
  } | null;
  readonly sightingCount: number;
  readonly status: ItemStatus;
}

export interface NewItem {
  readonly studyId: number;
  readonly itemTypeId: number;
  readonly code: ItemCode;
  readonly note: string;
}

export interface ItemFilter {
  readonly studies: StudyScope;
  readonly code?: string;
  readonly codes?: readonly string[];
  readonly releaseId?: number;
}

/** Items and their types. The API writes and reads. */
export interface ItemStore {
  listTypes(scope: StudyScope, page: Page<number>): Promise<readonly ItemType[]>;
  /** `undefined` when the study has a type of that name. */
  createType(type: Omit<ItemType, "id" | "version">): Promise<ItemType | undefined>;
  list(filter: ItemFilter, page: Page<number>): Promise<readonly Item[]>;
  /** Saves items; those whose code is taken are left out of the answer. `type-unknown` when the study lacks an item type. */
  create(items: readonly NewItem[]): Promise<readonly Item[] | "type-unknown">;
  findPublic(code: ItemCode): Promise<PublicItem | undefined>;
  /** Which of these codes belong to items that were released. */
  released(codes: readonly ItemCode[]): Promise<readonly ItemCode[]>;
}
