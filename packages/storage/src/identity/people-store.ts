import type { Invitation, Member, NewInvitation, PeopleStore } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { IdentityTables } from "./tables.ts";

/** People of studies in PostgreSQL. */
export function postgresPeopleStore(database: Database): PeopleStore {
  return {
    members: (studyId, { after = 0, limit }) =>
      memberRows(database, studyId)
        .where("app_user.id", ">", after)
        .orderBy("app_user.id")
        .limit(limit)
        .execute(),

    async invitations(studyId, { after = 0, limit }) {
      const rows = await database
        .selectFrom("study_invitation")
        .selectAll()
        .where("study_id", "=", studyId)
        .where("id", ">", after)
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toInvitation);
    },

    add: (wanted) =>
      database.transaction().execute(async (transaction) => {
        const userId = await knownBy(transaction, wanted.email);
        if (userId === undefined) return { invitation: await invite(transaction, wanted) };
        await transaction
          .insertInto("study_member")
          .values({ study_id: wanted.studyId, user_id: userId, role: wanted.role })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const member = await findMember(transaction, wanted.studyId, userId);
        return member?.role === wanted.role ? { member } : "other-role";
      }),

    setRole: (studyId, userId, role) =>
      database.transaction().execute(async (transaction) => {
        if (role !== "owner" && (await isLastOwner(transaction, studyId, userId)))
          return "last-owner";
        await transaction
          .updateTable("study_member")
          .set({ role })
          .where("study_id", "=", studyId)
          .where("user_id", "=", userId)
          .execute();
        return findMember(transaction, studyId, userId);
      }),

    remove: (studyId, userId) =>
      database.transaction().execute(async (transaction) => {
        if (await isLastOwner(transaction, studyId, userId)) return "last-owner";
        const gone = await transaction
          .deleteFrom("study_member")
          .where("study_id", "=", studyId)
          .where("user_id", "=", userId)
          .returning("user_id")
          .executeTakeFirst();
        return gone && "removed";
      }),

    async withdraw(studyId, invitationId) {
      const gone = await database
        .deleteFrom("study_invitation")
        .where("study_id", "=", studyId)
        .where("id", "=", invitationId)
        .returning("id")
        .executeTakeFirst();
      return gone !== undefined;
    },
  };
}

function memberRows(database: Database, studyId: number) {
  return database
    .selectFrom("study_member")
    .innerJoin("app_user", "app_user.id", "study_member.user_id")
    .select(["app_user.id as userId", "app_user.name", "app_user.email", "study_member.role"])
    .where("study_member.study_id", "=", studyId);
}

function findMember(
  database: Database,
  studyId: number,
  userId: number,
): Promise<Member | undefined> {
  return memberRows(database, studyId).where("app_user.id", "=", userId).executeTakeFirst();
}

/** The user whose issuer stands by that address; the newest, when several issuers do. */
async function knownBy(database: Database, email: string): Promise<number | undefined> {
  const row = await database
    .selectFrom("app_user")
    .select("id")
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where("email_confirmed", "=", true)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id;
}

/** Two owners who remove each other take turns at the study's row. */
async function isLastOwner(
  transaction: Database,
  studyId: number,
  userId: number,
): Promise<boolean> {
  await transaction
    .selectFrom("study")
    .select("id")
    .where("id", "=", studyId)
    .forUpdate()
    .execute();
  const owners = await transaction
    .selectFrom("study_member")
    .select("user_id")
    .where("study_id", "=", studyId)
    .where("role", "=", "owner")
    .execute();
  return owners.length === 1 && owners[0]?.user_id === userId;
}

/** Records an invitation, in place of an earlier one to the same address, with the mail that brings it. */
async function invite(transaction: Database, wanted: NewInvitation): Promise<Invitation> {
  const terms = {
    role: wanted.role,
    token_hash: wanted.tokenHash,
    invited_by: wanted.invitedBy,
    created_at: wanted.createdAt,
    expires_at: wanted.expiresAt,
  };
  const row = await transaction
    .insertInto("study_invitation")
    .values({ study_id: wanted.studyId, email: wanted.email, ...terms })
    .onConflict((conflict) => conflict.expression(sql`study_id, lower(email)`).doUpdateSet(terms))
    .returningAll()
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("mail")
    .values({
      to_address: wanted.email,
      ...wanted.letter,
      created_at: wanted.createdAt,
      next_attempt_at: wanted.createdAt,
    })
    .execute();
  return toInvitation(row);
}

function toInvitation(row: Selectable<IdentityTables["study_invitation"]>): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
