import type { AlarmEvidence, AlarmKind } from "@zpr/model";
import type { Page, StudyScope } from "./page.ts";

/** Something amiss with a tracker, from when it was noticed until it was over. */
export interface Alarm {
  readonly id: number;
  readonly studyId: number;
  readonly trackerId: number;
  readonly kind: AlarmKind;
  /** Since when it was so, which is before it was noticed. */
  readonly since: Date;
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
  readonly evidence: AlarmEvidence;
  /** When the first mail about it was handed over. */
  readonly mailedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
}

export interface AlarmFilter {
  readonly studies: StudyScope;
  readonly trackerId?: number;
  /** Only those that are not over, or only those that are; both when absent. */
  readonly open?: boolean;
}

/** Alarms as people see them; the watch raises and ends them through its log. */
export interface AlarmStore {
  /** Newest first. */
  list(filter: AlarmFilter, page: Page<number>): Promise<readonly Alarm[]>;
  find(id: number): Promise<Alarm | undefined>;
  /** Notes who took it on; whoever was first stays. */
  acknowledge(id: number, by: string, at: Date): Promise<Alarm | undefined>;
  /** Whether somebody wants the mails about a study's alarms that members get. */
  wantsMail(studyId: number, userId: number): Promise<boolean>;
  setWantsMail(studyId: number, userId: number, wanted: boolean): Promise<void>;
}
