import type { StudyRole } from "./caller.ts";
import type { Page } from "./page.ts";

/** Somebody with a role in a study. */
export interface Member {
  readonly userId: number;
  readonly name: string;
  readonly email: string | null;
  readonly role: StudyRole;
}

/** Somebody who becomes a member when they sign in with that address. */
export interface Invitation {
  readonly id: number;
  readonly email: string;
  readonly role: StudyRole;
  readonly invitedBy: string;
  readonly createdAt: Date;
  /** After that it opens nothing until it is sent again. */
  readonly expiresAt: Date;
}

export interface NewInvitation extends Omit<Invitation, "id"> {
  readonly studyId: number;
  /** Of the link that makes an account; null where people sign in elsewhere. */
  readonly tokenHash: string | null;
  /** Goes out unless somebody is known by the address. */
  readonly letter: { readonly subject: string; readonly text: string };
}

/** How somebody was added; `other-role` when they are a member with another role. */
export type Added =
  | { readonly member: Member }
  | { readonly invitation: Invitation }
  | "other-role";

/** Who works on a study. The API writes; identity lets the invited in. */
export interface PeopleStore {
  members(studyId: number, page: Page<number>): Promise<readonly Member[]>;
  invitations(studyId: number, page: Page<number>): Promise<readonly Invitation[]>;
  /** Makes whoever is known by that confirmed address a member; invites others by mail, again if need be. */
  add(invitation: NewInvitation): Promise<Added>;
  /** `undefined` when they are no member; the last owner stays owner. */
  setRole(
    studyId: number,
    userId: number,
    role: StudyRole,
  ): Promise<Member | "last-owner" | undefined>;
  remove(studyId: number, userId: number): Promise<"removed" | "last-owner" | undefined>;
  /** Says whether there was such an invitation. */
  withdraw(studyId: number, invitationId: number): Promise<boolean>;
}
