import type { BoundingBox, EpisodeEnd, EpisodeState, FixFlag, Position } from "@zpr/model";
import type { StudyScope } from "./page.ts";

/** What a reader may see at an instant: what studies publish, and everything of the `studies` they belong to. */
export interface View {
  readonly studies: StudyScope;
  /** Publication delays count back from here. */
  readonly now: Date;
}

/** From the first instant to the last, both included; an absent end is open. */
export interface TimeSpan {
  readonly from?: Date;
  readonly to?: Date;
}

/** Something with a place, as data users get it. */
export interface Feature<Properties, Geometry = Position> {
  /** Unique in its source, stable for ever. */
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Properties;
}

/** What properties of features are made of. */
export type FeatureValue = string | number | boolean | Date | null | readonly string[];

/** Which features are meant; each condition that is given narrows. */
export interface FeatureQuery<Filter extends string = string> {
  readonly view: View;
  /** Geometries that touch the box, its edges included. */
  readonly bbox?: BoundingBox;
  readonly during?: TimeSpan;
  /** Properties with exactly these values. */
  readonly equals: Readonly<Partial<Record<Filter, string | number>>>;
}

/** One page of features in the order of their ids (an order that never changes), after the feature `after`. */
export interface FeaturePageQuery<Filter extends string = string> extends FeatureQuery<Filter> {
  readonly after?: string;
  readonly limit: number;
}

/** `more` says that further features follow; a page may end before its limit. */
export interface FeaturePage<Row> {
  readonly features: readonly Row[];
  readonly more: boolean;
}

/** A box around everything a view shows, with some margin, and the time of the earliest; null when there is nothing. */
export interface FeatureExtent {
  readonly bbox: BoundingBox;
  readonly start: Date;
}

/** Features of one kind, read only. */
export interface FeatureSource<Row, Filter extends string = string> {
  /** An `after` or a filter that cannot be one of this source is an `InvalidValue`. */
  page(query: FeaturePageQuery<Filter>): Promise<FeaturePage<Row>>;
  /** How many match, exactly; `undefined` when there are more than `atMost`. */
  count(query: FeatureQuery<Filter>, atMost: number): Promise<number | undefined>;
  find(view: View, id: string): Promise<Row | undefined>;
  extent(view: View): Promise<FeatureExtent | null>;
}

/** Properties by which each kind of feature can be asked for. */
export const ITEM_FILTERS = ["code", "studyId", "itemType", "material", "status"] as const;
export const FIX_FILTERS = ["itemCode", "trackerId", "studyId"] as const;
export const SIGHTING_FILTERS = [
  "itemCode",
  "studyId",
  "condition",
  "surroundings",
  "putBack",
] as const;
export const JOURNEY_FILTERS = ["itemCode", "studyId"] as const;
export const EPISODE_FILTERS = ["itemCode", "studyId", "state"] as const;

/** An item where it was last known to be; items without a known place are left out. */
export interface ItemProperties {
  readonly code: string;
  readonly studyId: number;
  readonly itemType: string;
  readonly material: string | null;
  readonly status: "not-released" | "released" | "lost" | "retrieved";
  readonly simulated: boolean;
  /** What the place is known from. */
  readonly evidence: "release" | "fix" | "sighting";
  readonly lastAt: Date;
  readonly releasedAt: Date | null;
  readonly releasePlace: string | null;
  readonly trackerId: number | null;
  /** Null to the public while a study's publication delay hides a part of the way. */
  readonly travelledMetres: number | null;
  readonly netMetres: number | null;
  readonly sightingCount: number;
  /** Members of the study only. */
  readonly note?: string;
}

/** A position a tracker reported. */
export interface FixProperties {
  readonly trackerId: number;
  /** Of the item the tracker was in at the time. */
  readonly itemCode: string | null;
  readonly studyId: number;
  readonly time: Date;
  readonly simulated: boolean;
  readonly altitudeMetres: number | null;
  readonly speedMetresPerSecond: number | null;
  readonly headingDegrees: number | null;
  readonly satellites: number | null;
  readonly hdop: number | null;
  readonly accuracyMetres: number | null;
  /** From cells, Wi-Fi or satellites' Doppler, not GNSS: to be drawn apart. */
  readonly network: boolean;
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
  /** These three to members of the study only. */
  readonly flags?: readonly FixFlag[];
  readonly rawMessageId?: number;
  readonly receivedAt?: Date;
}

/** A finder's report with a place, without anything about the finder. */
export interface SightingProperties {
  readonly itemCode: string;
  readonly studyId: number;
  readonly seenAt: Date;
  readonly simulated: boolean;
  readonly accuracyMetres: number | null;
  readonly positionSource: string;
  readonly surroundings: string;
  readonly condition: string;
  readonly putBack: string;
  readonly finderNumber: number;
  readonly photoCount: number;
  /** These three to members of the study only. */
  readonly note?: string | null;
  readonly locale?: string;
  readonly receivedAt?: Date;
}

/** The way of one item: its unflagged fixes by GNSS in time order, two at least. */
export interface JourneyProperties {
  readonly itemCode: string;
  readonly studyId: number;
  readonly itemType: string;
  readonly simulated: boolean;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly fixCount: number;
}

/** What an item did for a while, where it began to. */
export interface EpisodeProperties {
  readonly itemCode: string;
  readonly studyId: number;
  readonly simulated: boolean;
  readonly state: EpisodeState;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly end: EpisodeEnd;
  readonly fromKilometre: number | null;
  readonly toKilometre: number | null;
  readonly fixCount: number;
  readonly travelledMetres: number;
}

export type ItemFeature = Feature<ItemProperties>;
export type FixFeature = Feature<FixProperties>;
export type SightingFeature = Feature<SightingProperties>;
export type EpisodeFeature = Feature<EpisodeProperties>;
export type JourneyFeature = Feature<JourneyProperties, readonly Position[]>;

/** Everything with a place, as data users may see it. The API reads; other stores write. */
export interface FeatureStore {
  readonly items: FeatureSource<ItemFeature, (typeof ITEM_FILTERS)[number]>;
  readonly fixes: FeatureSource<FixFeature, (typeof FIX_FILTERS)[number]>;
  readonly sightings: FeatureSource<SightingFeature, (typeof SIGHTING_FILTERS)[number]>;
  readonly journeys: FeatureSource<JourneyFeature, (typeof JOURNEY_FILTERS)[number]>;
  readonly episodes: FeatureSource<EpisodeFeature, (typeof EPISODE_FILTERS)[number]>;
}
