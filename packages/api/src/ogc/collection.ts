import type { Position } from "@zpr/model";
import type { Feature, FeatureSource, FeatureStore } from "@zpr/ports";

/** What a property of a feature is, for schemas and for people. */
export interface Property {
  readonly type: "string" | "integer" | "number" | "boolean" | "date-time" | "strings";
  readonly title: string;
  readonly unit?: string;
  readonly values?: readonly string[];
  /** Only members of the study get it. */
  readonly members?: true;
}

/** A feature whatever its collection. */
export type AnyFeature = Feature<object, Position | readonly Position[]>;

/** A collection: what stands in its documents, and where its features are. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly geometry: "Point" | "LineString";
  readonly properties: Readonly<Record<string, Property>>;
  /** The instant that the parameter `datetime` is about; none where it is about a stretch of time. */
  readonly instant: string | null;
  /** Properties a request may ask for by value. */
  readonly filters: readonly string[];
  source(store: FeatureStore): FeatureSource<AnyFeature>;
}

/** The properties of a row type, each described; forgetting one does not compile. */
export type PropertiesOf<Row> = { readonly [Name in keyof Required<Row>]: Property };

/** The properties a collection can be asked for by, with what they are. */
export function filtersOf({ properties, filters }: Collection): readonly [string, Property][] {
  return Object.entries(properties).filter(([name]) => filters.includes(name));
}

/** The properties that the reader can meet. */
export function propertiesFor(
  { properties }: Collection,
  isKnown: boolean,
): readonly [string, Property][] {
  return Object.entries(properties).filter(([, property]) => isKnown || !property.members);
}
