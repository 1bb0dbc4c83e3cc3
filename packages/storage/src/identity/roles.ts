import type { KnownCaller, StudyRole } from "@zpr/ports";
import type { Database } from "../database.ts";

/** A user as a caller, with the roles of this moment. */
export async function userCaller(
  database: Database,
  user: { readonly id: number; readonly name: string; readonly administrator: boolean },
): Promise<KnownCaller> {
  const rows = await database
    .selectFrom("study_member")
    .select(["study_id", "role"])
    .where("user_id", "=", user.id)
    .execute();
  const studies = new Map<number, StudyRole>(rows.map((row) => [row.study_id, row.role]));
  return {
    kind: "user",
    id: user.id,
    name: user.name,
    administrator: user.administrator,
    studies,
  };
}
