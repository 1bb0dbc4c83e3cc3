import type { FinderContacts } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** What finders said of how to reach them, in PostgreSQL. What one link says holds for the address. */
export function postgresFinderContacts(database: Database): FinderContacts {
  return {
    async find(token) {
      const row = await database
        .selectFrom("sighting_contact")
        .innerJoin("sighting", "sighting.id", "sighting_contact.sighting_id")
        .select(["sighting.locale", "sighting.code"])
        .where("token", "=", token)
        .executeTakeFirst();
      return row && { locale: row.locale, itemCode: row.code, token };
    },

    async confirm(token, at) {
      const rows = await database
        .updateTable("sighting_contact")
        .set({ confirmed_at: at, unsubscribed_at: null })
        .where(isOfAddress(token))
        .where("news_consent_at", "is not", null)
        .returning("token")
        .execute();
      return rows.length > 0;
    },

    unsubscribe: (token, at) =>
      database.transaction().execute(async (transaction) => {
        await dropWaitingLetters(transaction, token);
        await transaction
          .updateTable("sighting_contact")
          .set({ unsubscribed_at: at })
          .where(isOfAddress(token))
          .execute();
      }),

    erase: (token) =>
      database.transaction().execute(async (transaction) => {
        await dropWaitingLetters(transaction, token);
        await transaction.deleteFrom("sighting_contact").where(isOfAddress(token)).execute();
      }),
  };
}

function isOfAddress(token: string) {
  return sql<boolean>`lower(email) = (
    select lower(known.email) from sighting_contact known where known.token = ${token})`;
}

/** Not those of the watch: they go to who looks after a study, not to finders. */
async function dropWaitingLetters(transaction: Database, token: string): Promise<void> {
  await sql`
    delete from mail where unsubscribe_url is not null and lower(to_address) = (
      select lower(email) from sighting_contact where token = ${token})`.execute(transaction);
}
