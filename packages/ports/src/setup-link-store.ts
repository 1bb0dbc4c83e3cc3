/** The one-time link that makes the first administrator. Identity writes and reads. */
export interface SetupLinkStore {
  /** Makes this the only link there is. */
  replace(hash: string, expiresAt: Date): Promise<void>;
  isUsable(hash: string, now: Date): Promise<boolean>;
}
