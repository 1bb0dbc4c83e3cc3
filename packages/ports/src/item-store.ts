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
  readonly widthMillimetres: number | null;
  readonly heightMillimetres: number | null;
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
  /** What researchers call it, unique in its study; empty when it has none. */
  readonly name: string;
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
  readonly name?: string;
}

export type NewItemType = Omit<
  ItemType,
  "id" | "version" | "widthMillimetres" | "heightMillimetres"
> &
  Partial<Pick<ItemType, "widthMillimetres" | "heightMillimetres">>;

/** What may be changed of an item; what is absent stays. */
export type ItemChanges = Partial<Pick<Item, "name" | "note" | "itemTypeId">>;

/** That an item is lost or retrieved, or that this was a mistake. */
export interface ItemFate {
  readonly fate: "lost" | "retrieved" | null;
  readonly happenedAt: Date;
  readonly note: string;
  readonly recordedBy: string;
}

export interface RecordedFate extends ItemFate {
  readonly recordedAt: Date;
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
  createType(type: NewItemType): Promise<ItemType | undefined>;
  findType(id: number): Promise<ItemType | undefined>;
  /** `undefined` when there is no such type. */
  changeType(
    id: number,
    changes: Partial<Omit<ItemType, "id" | "version" | "studyId">>,
  ): Promise<ItemType | "name-taken" | undefined>;
  /** `undefined` when there is no such item. */
  change(
    id: number,
    changes: ItemChanges,
  ): Promise<Item | "name-taken" | "type-unknown" | undefined>;
  /** Records what became of an item; null takes back what was recorded before. */
  recordFate(id: number, fate: ItemFate): Promise<Item | undefined>;
  /** What was recorded of an item's fate, newest first. */
  listFates(id: number): Promise<readonly RecordedFate[]>;
  list(filter: ItemFilter, page: Page<number>): Promise<readonly Item[]>;
  /** Saves items; those whose code or name is taken are left out of the answer. `type-unknown` when the study lacks an item type. */
  create(items: readonly NewItem[]): Promise<readonly Item[] | "type-unknown">;
  findPublic(code: ItemCode): Promise<PublicItem | undefined>;
  /** Which of these codes belong to items that were released. */
  released(codes: readonly ItemCode[]): Promise<readonly ItemCode[]>;
}
