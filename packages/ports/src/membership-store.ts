import type { KnownCaller, StudyRole } from "./caller.ts";

/** A study somebody has a role in. */
export interface Membership {
  readonly studyId: number;
  readonly studyName: string;
  readonly role: StudyRole;
}

/** Who may do what in which study. Identity writes; everybody sees it in their caller. */
export interface MembershipStore {
  /** The studies of a caller by name, with what it may do there; administrators may do everything. */
  of(caller: KnownCaller): Promise<readonly Membership[]>;
  /** Gives a user a role in a study in place of an earlier one, or none with null. */
  setRole(studyId: number, userId: number, role: StudyRole | null): Promise<void>;
}
