import type { KnownCaller, SessionStore } from "@zpr/ports";
import type { Cookie } from "./cookie.ts";
import { digest, newSecret } from "./secret.ts";

const IDLE_MS = 12 * 3_600_000;
const LIFE_MS = 7 * 24 * 3_600_000;
/** The idle end is put off at most once in this time, not at every request. */
const PROLONG_MS = 5 * 60_000;

/** The sessions of signed-in browsers: 12 hours idle, 7 days in all. */
export interface Sessions {
  /** The `Set-Cookie` value of a new session. */
  start(userId: number, idToken: string | null): Promise<string>;
  find(id: string): Promise<KnownCaller | undefined>;
  /** Gives back the ID token, for the issuer to end its own session. */
  end(id: string): Promise<string | null>;
}

export function sessions(store: SessionStore, cookie: Cookie, now: () => Date): Sessions {
  return {
    async start(userId, idToken) {
      const id = newSecret();
      const createdAt = now();
      await store.start({
        idHash: digest(id),
        userId,
        idToken,
        createdAt,
        idleUntil: new Date(createdAt.getTime() + IDLE_MS),
        expiresAt: new Date(createdAt.getTime() + LIFE_MS),
      });
      return cookie.set(id, LIFE_MS / 1000);
    },

    async find(id) {
      const idHash = digest(id);
      const time = now();
      const session = await store.find(idHash, time);
      if (!session) return undefined;
      const idleUntil = new Date(time.getTime() + IDLE_MS);
      if (idleUntil.getTime() - session.idleUntil.getTime() > PROLONG_MS)
        await store.prolong(idHash, idleUntil);
      return session.caller;
    },

    async end(id) {
      return (await store.end(digest(id)))?.idToken ?? null;
    },
  };
}
