import type { SessionStore } from "@zpr/ports";
import type { Database } from "../database.ts";
import { userCaller } from "./roles.ts";

/** Sessions in PostgreSQL. */
export function postgresSessionStore(database: Database): SessionStore {
  return {
    async start({ idHash, userId, idToken, createdAt, idleUntil, expiresAt }) {
      await database.deleteFrom("session").where("expires_at", "<=", createdAt).execute();
      await database
        .insertInto("session")
        .values({
          id_hash: idHash,
          user_id: userId,
          id_token: idToken,
          created_at: createdAt,
          idle_until: idleUntil,
          expires_at: expiresAt,
        })
        .execute();
    },

    async find(idHash, now) {
      const row = await database
        .selectFrom("session")
        .innerJoin("app_user", "app_user.id", "session.user_id")
        .select(["app_user.id", "app_user.name", "app_user.administrator", "session.idle_until"])
        .where("session.id_hash", "=", idHash)
        .where("session.idle_until", ">", now)
        .where("session.expires_at", ">", now)
        .executeTakeFirst();
      if (!row) return undefined;
      return { caller: await userCaller(database, row), idleUntil: row.idle_until };
    },

    async prolong(idHash, idleUntil) {
      await database
        .updateTable("session")
        .set({ idle_until: idleUntil })
        .where("id_hash", "=", idHash)
        .execute();
    },

    async end(idHash) {
      const row = await database
        .deleteFrom("session")
        .where("id_hash", "=", idHash)
        .returning("id_token")
        .executeTakeFirst();
      return row && { idToken: row.id_token };
    },
  };
}
