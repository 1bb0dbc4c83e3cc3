/** An invitation as its link shows it. */
export interface OpenInvitation {
  readonly email: string;
  readonly studyName: string;
}

/** Links that invite people who have no account yet. The API writes, identity reads. */
export interface InvitationStore {
  /** The invitation of a link that is still good. */
  open(tokenHash: string, now: Date): Promise<OpenInvitation | undefined>;
}
