import type { BoundingBox, FixFlag, Position } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** A fix as it is kept. */
export interface StoredFix {
  /** Opaque and stable. */
  readonly id: string;
  readonly trackerId: number;
  readonly time: Date;
  readonly position: Position | null;
  readonly altitudeMetres: number | null;
  readonly speedMetresPerSecond: number | null;
  readonly headingDegrees: number | null;
  readonly satellites: number | null;
  readonly hdop: number | null;
  readonly accuracyMetres: number | null;
  readonly batteryVolts: number | null;
  readonly batteryPercent: number | null;
  readonly flags: readonly FixFlag[];
  readonly rawMessageId: number;
  readonly receivedAt: Date;
  readonly attributes: Readonly<Record<string, number | string | boolean>>;
}

export interface FixFilter {
  readonly studies: StudyScope;
  readonly trackerId?: number;
  readonly itemCode?: string;
  /** From this instant on. */
  readonly from?: Date;
  /** Before this instant. */
  readonly to?: Date;
  readonly bbox?: BoundingBox;
  /** With or without a flag; both when absent. */
  readonly flagged?: boolean;
}

/** Fixes, read only; ingest writes them through the fix log. */
export interface FixStore {
  /** In the order of their times; a page goes on after a fix's id. An id that is none is an `InvalidValue`. */
  list(filter: FixFilter, page: Page<string>): Promise<readonly StoredFix[]>;
}
