import type { MembershipStore } from "@zpr/ports";
import type { Database } from "../database.ts";

/** Memberships in PostgreSQL. */
export function postgresMembershipStore(database: Database): MembershipStore {
  return {
    async of({ administrator, studies }) {
      const rows = await database
        .selectFrom("study")
        .select(["id", "name"])
        .$if(!administrator, (query) => query.where("id", "in", [0, ...studies.keys()]))
        .orderBy("id")
        .execute();
      return rows.map(({ id, name }) => ({
        studyId: id,
        studyName: name,
        role: administrator ? "owner" : (studies.get(id) ?? "viewer"),
      }));
    },

    async setRole(studyId, userId, role) {
      if (role === null) {
        await database
          .deleteFrom("study_member")
          .where("study_id", "=", studyId)
          .where("user_id", "=", userId)
          .execute();
        return;
      }
      await database
        .insertInto("study_member")
        .values({ study_id: studyId, user_id: userId, role })
        .onConflict((conflict) => conflict.columns(["study_id", "user_id"]).doUpdateSet({ role }))
        .execute();
    },
  };
}
