import type { SignInAttemptStore } from "@zpr/ports";
import type { Database } from "../database.ts";

/** Sign-ins on their way, in PostgreSQL. */
export function postgresSignInAttemptStore(database: Database): SignInAttemptStore {
  return {
    async keep(attempt, now) {
      await database.deleteFrom("sign_in_attempt").where("expires_at", "<=", now).execute();
      await database
        .insertInto("sign_in_attempt")
        .values({
          state_hash: attempt.stateHash,
          browser_hash: attempt.browserHash,
          nonce: attempt.nonce,
          code_verifier: attempt.codeVerifier,
          return_to: attempt.returnTo,
          setup_link_hash: attempt.setupLinkHash,
          expires_at: attempt.expiresAt,
        })
        .execute();
    },

    async take(stateHash, browserHash, now) {
      const row = await database
        .deleteFrom("sign_in_attempt")
        .where("state_hash", "=", stateHash)
        .where("browser_hash", "=", browserHash)
        .where("expires_at", ">", now)
        .returningAll()
        .executeTakeFirst();
      return (
        row && {
          stateHash,
          browserHash,
          nonce: row.nonce,
          codeVerifier: row.code_verifier,
          returnTo: row.return_to,
          setupLinkHash: row.setup_link_hash,
          expiresAt: row.expires_at,
        }
      );
    },
  };
}
