/** A sign-in that has left for the issuer: what to compare and do when it comes back. */
export interface SignInAttempt {
  /** SHA-256 of the `state` parameter. */
  readonly stateHash: string;
  /** SHA-256 of the secret in the cookie of the browser that began. */
  readonly browserHash: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Path on our own site. */
  readonly returnTo: string;
  readonly setupLinkHash: string | null;
  readonly expiresAt: Date;
}

/** Sign-ins on their way. Identity writes and reads. */
export interface SignInAttemptStore {
  /** Also forgets attempts that expired. */
  keep(attempt: SignInAttempt, now: Date): Promise<void>;
  /** Gives an attempt once, to the browser that began it, before it expires. */
  take(stateHash: string, browserHash: string, now: Date): Promise<SignInAttempt | undefined>;
}
