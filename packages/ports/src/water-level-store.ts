import type { Position } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** Water levels that somebody measured at one place. */
export interface WaterLevelSeries {
  readonly id: number;
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  readonly name: string;
  readonly position: Position;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly levelCount: number;
}

/** One level: milliseconds since 1970 UTC, metres above the gauge's own zero. */
export interface MeasuredLevel {
  readonly time: number;
  readonly levelMetres: number;
}

export type NewWaterLevelSeries = Pick<WaterLevelSeries, "studyId" | "name" | "position">;

/** By how much high water comes behind a station's, by river kilometre. */
export interface TideLags {
  /** Counts what people change; see `WriteContext`. */
  readonly version: number;
  readonly studyId: number;
  /** Id of a predicted station, or `series/` and that of a series. */
  readonly station: string;
  /** Pairs of river kilometre and minutes, by rising kilometre. */
  readonly lags: readonly (readonly [kilometre: number, minutes: number])[];
}

/** Measured levels and the lags of studies. The API writes. */
export interface WaterLevelStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly WaterLevelSeries[]>;
  find(id: number): Promise<WaterLevelSeries | undefined>;
  /** `undefined` when the study has a series of this name; levels are in time order, two or more. */
  create(
    series: NewWaterLevelSeries,
    levels: readonly MeasuredLevel[],
  ): Promise<WaterLevelSeries | undefined>;
  remove(id: number): Promise<void>;
  /** In time order, both ends included. */
  levels(id: number, from: Date, to: Date): Promise<readonly MeasuredLevel[]>;
  lags(studyId: number): Promise<TideLags | undefined>;
  /** No lags take away what there was. */
  setLags(lags: Omit<TideLags, "version">): Promise<TideLags | undefined>;
}
