import { type Account, type AccountStore, BUILT_IN_ISSUER } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";
import { acceptInvitations } from "./invitations.ts";
import { useSetupLink } from "./setup-link-store.ts";
import { toUser } from "./user-store.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Accounts of the built-in provider in PostgreSQL. */
export function postgresAccountStore(database: Database): AccountStore {
  return {
    create: ({ email, name, passwordHash, administrator }, link) =>
      database.transaction().execute(async (transaction) => {
        const account = await transaction
          .insertInto("account")
          .values({ email, name, password_hash: passwordHash })
          .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!account) return "email-taken";
        // Last, so that a taken address does not cost the link.
        if (link && !(await useSetupLink(transaction, link.hash, link.now))) {
          await transaction.deleteFrom("account").where("id", "=", account.id).execute();
          return "link-invalid";
        }
        const user = await transaction
          .insertInto("app_user")
          .values({
            issuer: BUILT_IN_ISSUER,
            subject: account.id,
            email,
            email_confirmed: true,
            name,
            administrator,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await acceptInvitations(transaction, user);
        return toUser(user);
      }),

    async find(id) {
      if (!UUID.test(id)) return undefined;
      const row = await database
        .selectFrom("account")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toAccount(row);
    },

    async findByEmail(email) {
      const row = await database
        .selectFrom("account")
        .selectAll()
        .where(({ fn, ref, eb, val }) =>
          eb(fn("lower", [ref("email")]), "=", fn("lower", [val(email)])),
        )
        .executeTakeFirst();
      return row && toAccount(row);
    },
  };
}

function toAccount(row: Selectable<Tables["account"]>): Account {
  return { id: row.id, email: row.email, name: row.name, passwordHash: row.password_hash };
}
