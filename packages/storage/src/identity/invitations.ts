import type { InvitationStore, User } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Invitations as their links open them, in PostgreSQL. */
export function postgresInvitationStore(database: Database): InvitationStore {
  return {
    async open(tokenHash, now) {
      return database
        .selectFrom("study_invitation")
        .innerJoin("study", "study.id", "study_invitation.study_id")
        .select(["study_invitation.email", "study.name as studyName"])
        .where("token_hash", "=", tokenHash)
        .where("expires_at", ">", now)
        .executeTakeFirst();
    },
  };
}

/** Makes somebody whose address is confirmed a member of all studies that invited it, in their own name. */
export async function acceptInvitations(
  transaction: Database,
  { id, name, email }: Pick<User, "id" | "name" | "email">,
): Promise<void> {
  if (email === null) return;
  const actor = JSON.stringify({ kind: "user", id, name });
  await sql`select set_config('zpr.actor', ${actor}, true)`.execute(transaction);
  await sql`
    with accepted as (
      delete from study_invitation where lower(email) = lower(${email}) and expires_at > now()
      returning study_id, role
    )
    insert into study_member (study_id, user_id, role)
    select study_id, ${id}, role from accepted
    on conflict (study_id, user_id) do nothing`.execute(transaction);
}
