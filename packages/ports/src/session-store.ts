import type { KnownCaller } from "./caller.ts";

/** A signed-in browser. */
export interface NewSession {
  /** SHA-256 of the id in the browser's cookie. */
  readonly idHash: string;
  readonly userId: number;
  /** What the issuer wants to see again at sign-out. */
  readonly idToken: string | null;
  readonly createdAt: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
}

/** A session that still counts, with its user as of now. */
export interface LiveSession {
  readonly caller: KnownCaller;
  readonly idleUntil: Date;
}

/** Sessions of signed-in browsers. Identity writes and reads. */
export interface SessionStore {
  /** Also forgets sessions that expired. */
  start(session: NewSession): Promise<void>;
  /** Nothing when it was idle too long, expired, ended or never was. */
  find(idHash: string, now: Date): Promise<LiveSession | undefined>;
  /** Puts off the idle end. */
  prolong(idHash: string, idleUntil: Date): Promise<void>;
  /** Ends a session and gives back its ID token, if it was there. */
  end(idHash: string): Promise<{ readonly idToken: string | null } | undefined>;
}
