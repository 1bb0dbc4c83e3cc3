import type { Page, StudyScope } from "./page.ts";

/** What researchers do to a fix by hand: keep it out of journeys and public answers, or let it count again. */
export const FIX_CORRECTION_KINDS = ["exclude", "include"] as const;
export type FixCorrectionKind = (typeof FIX_CORRECTION_KINDS)[number];

/** What somebody decided about a fix, when and why. */
export interface FixCorrection {
  readonly id: string;
  readonly studyId: number;
  readonly trackerId: number;
  readonly fixId: string;
  /** Time of the fix. */
  readonly time: Date;
  readonly kind: FixCorrectionKind;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

export type NewFixCorrection = Pick<
  FixCorrection,
  "id" | "fixId" | "kind" | "at" | "by" | "reason"
>;

/** What somebody wanted that is so already, or of a fix that is not there. */
export type FixCorrectionRefusal = "fix-unknown" | "nothing-to-do";

export interface FixCorrectionFilter {
  readonly studies: StudyScope;
  readonly trackerId?: number;
  /** Of fixes while their tracker was in this item. */
  readonly itemCode?: string;
}

/** Decisions about single fixes: only added to, the last one about a fix counts. The one writer of the flag `excluded`. */
export interface FixCorrections {
  /** Newest first; a page goes on after a correction's number. */
  list(
    filter: FixCorrectionFilter,
    page: Page<number>,
  ): Promise<readonly (FixCorrection & { readonly n: number })[]>;
  /** The study of a fix; undefined when there is no such fix. */
  studyOf(fixId: string): Promise<number | undefined>;
  /** Carries a decision out; the same one again changes nothing. */
  correct(correction: NewFixCorrection): Promise<FixCorrection | FixCorrectionRefusal>;
}
