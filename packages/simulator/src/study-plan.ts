import type { ItemCode, Position } from "@zpr/model";

/** A study and everything in it, as it is to be registered with a server. */
export interface StudyPlan {
  readonly study: {
    readonly name: string;
    readonly description: string;
    readonly simulated: boolean;
  };
  /** What its trackers speak; Teltonika's protocol when absent. */
  readonly protocol?: string;
  /** Its rivers; none when absent. */
  readonly rivers?: readonly NewRiver[];
  readonly itemTypes: readonly NewItemType[];
  readonly items: readonly NewItem[];
  readonly releases: readonly NewRelease[];
  readonly trackers: readonly NewTracker[];
}

/** A river as GeoJSON, from where its kilometres count, and its named stretches. */
export interface NewRiver {
  readonly name: string;
  readonly geoJson: { readonly type: string; readonly features: readonly NewRiverFeature[] };
  readonly origin: { readonly position: Position; readonly kilometre: number };
  readonly sections: readonly {
    readonly name: string;
    readonly fromKilometre: number;
    readonly toKilometre: number;
  }[];
}

interface NewRiverFeature {
  readonly type: string;
  readonly properties: { readonly name: string };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A kind of item; names are unique within a study. */
export interface NewItemType {
  readonly name: string;
  readonly material: string | null;
  readonly massGrams: number | null;
  readonly lengthMillimetres: number | null;
  readonly jCode: string | null;
}

/** An item, of a type named by its name. */
interface NewItem {
  readonly code: ItemCode;
  readonly itemType: string;
  readonly note: string;
}

/** Items put in the water together. */
interface NewRelease {
  readonly place: string;
  readonly position: Position;
  readonly releasedAt: Date;
  readonly note: string;
  readonly itemCodes: readonly ItemCode[];
}

/** A tracker, and the item it is put into at a time. */
interface NewTracker {
  readonly uniqueId: string;
  readonly name: string;
  readonly model: string;
  readonly intervalSeconds: number | null;
  readonly itemCode: ItemCode;
  readonly startedAt: Date;
}
