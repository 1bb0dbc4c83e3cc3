import type { Person, User, UserStore } from "@zpr/ports";
import type { Selectable } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";
import { acceptInvitations } from "./invitations.ts";
import { userCaller } from "./roles.ts";
import { useSetupLink } from "./setup-link-store.ts";

/** Users in PostgreSQL. */
export function postgresUserStore(database: Database): UserStore {
  return {
    recognise: (person) =>
      database.transaction().execute(async (transaction) => {
        const user = toUser(await record(transaction, person));
        if (person.email !== undefined && person.emailConfirmed)
          await acceptInvitations(transaction, user);
        return user;
      }),

    async find(id) {
      const row = await database
        .selectFrom("app_user")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toUser(row);
    },

    async asCaller(issuer, subject) {
      const row = await database
        .selectFrom("app_user")
        .select(["id", "name", "administrator"])
        .where("issuer", "=", issuer)
        .where("subject", "=", subject)
        .executeTakeFirst();
      return row && userCaller(database, row);
    },

    async list() {
      const rows = await database.selectFrom("app_user").selectAll().orderBy("id").execute();
      return rows.map(toUser);
    },

    async hasAdministrator() {
      const row = await database
        .selectFrom("app_user")
        .select("id")
        .where("administrator", "=", true)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    makeAdministrator: (userId, linkHash, now) =>
      database.transaction().execute(async (transaction) => {
        if (!(await useSetupLink(transaction, linkHash, now))) return false;
        await transaction
          .updateTable("app_user")
          .set({ administrator: true })
          .where("id", "=", userId)
          .execute();
        return true;
      }),
  };
}

async function record(
  database: Database,
  { issuer, subject, name, email, emailConfirmed, administrator }: Person,
) {
  const news = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email, email_confirmed: emailConfirmed ?? false }),
    ...(administrator !== undefined && { administrator }),
  };
  return database
    .insertInto("app_user")
    .values({ issuer, subject, name: name ?? email ?? subject, ...news })
    .onConflict((conflict) =>
      conflict.columns(["issuer", "subject"]).doUpdateSet({ subject, ...news }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A row of `app_user` as the port has it. */
export function toUser(row: Selectable<Tables["app_user"]>): User {
  return {
    id: row.id,
    issuer: row.issuer,
    name: row.name,
    email: row.email,
    administrator: row.administrator,
    createdAt: row.created_at,
  };
}
