import type { Position } from "./position.ts";

export const SURROUNDINGS = [
  "water",
  "bank",
  "vegetation",
  "structure",
  "beach",
  "elsewhere",
] as const;
export const CONDITIONS = ["as-new", "worn", "damaged", "fragment"] as const;
export const PUT_BACK = ["put-back", "not-touched", "moved", "taken-along"] as const;
export const POSITION_SOURCES = ["gps", "map", "photo", "none"] as const;
export const LOCALES = ["en", "nl", "fr", "de"] as const;

/** What a finder is told about a report that is kept all the same. */
export const SIGHTING_NOTES = [
  "already-reported-today",
  "not-released-yet",
  "unknown-code",
  "study-closed",
  "far-from-water",
] as const;
/** What makes somebody look at a report before others see it. */
export const SUSPICIONS = ["honeypot", "many-from-address", "many-of-item", "marked"] as const;
export const REVIEWS = ["none", "waiting", "accepted", "rejected"] as const;

/** When a study's reports become public: at once where nothing is doubtful, or after somebody looked. */
export const PUBLISH_SIGHTINGS = ["at-once", "after-review"] as const;
export type PublishSightings = (typeof PUBLISH_SIGHTINGS)[number];

/** A part of a picture, in fractions of its width and height from its upper left corner. */
export interface PhotoRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type SightingNote = (typeof SIGHTING_NOTES)[number];
export type Suspicion = (typeof SUSPICIONS)[number];
/** Whether a doubtful report was looked at, and what came of it; `none` where there was no doubt. */
export type Review = (typeof REVIEWS)[number];

/** Where an item lay. */
export type Surroundings = (typeof SURROUNDINGS)[number];
/** What state an item was in. */
export type Condition = (typeof CONDITIONS)[number];
/** What the finder did with it. */
export type PutBack = (typeof PUT_BACK)[number];
/** How the finder's phone came to the position. */
export type PositionSource = (typeof POSITION_SOURCES)[number];
/** A language this product speaks. */
export type Locale = (typeof LOCALES)[number];

/** A finder's report, as the finder sent it. */
export interface SightingReport {
  /** UUID made by the phone: the same report sent twice has the same id. */
  readonly id: string;
  readonly seenAt: Date;
  readonly position: Position | null;
  readonly accuracyMetres: number | null;
  readonly positionSource: PositionSource;
  readonly surroundings: Surroundings;
  readonly condition: Condition;
  readonly putBack: PutBack;
  readonly note: string | null;
  readonly locale: Locale;
  readonly contact: FinderContact | null;
}

/** What a finder chose to tell about themselves, each with its own consent. */
export interface FinderContact {
  readonly email: string | null;
  readonly name: string | null;
  readonly newsConsent: boolean;
  /** Researchers may write and ask about the report. */
  readonly questionsConsent?: boolean;
  readonly contestConsent: boolean;
}
