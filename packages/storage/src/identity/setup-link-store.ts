import type { SetupLinkStore } from "@zpr/ports";
import type { Database } from "../database.ts";

/** The setup link in PostgreSQL. */
export function postgresSetupLinkStore(database: Database): SetupLinkStore {
  return {
    replace: (hash, expiresAt) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("setup_link").execute();
        await transaction
          .insertInto("setup_link")
          .values({ token_hash: hash, expires_at: expiresAt, used_at: null })
          .execute();
      }),

    async isUsable(hash, now) {
      const row = await database
        .selectFrom("setup_link")
        .select("token_hash")
        .where("token_hash", "=", hash)
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** Uses a link up in the caller's transaction; false when it cannot be used. */
export async function useSetupLink(database: Database, hash: string, now: Date): Promise<boolean> {
  const row = await database
    .updateTable("setup_link")
    .set({ used_at: now })
    .where("token_hash", "=", hash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("token_hash")
    .executeTakeFirst();
  return row !== undefined;
}
