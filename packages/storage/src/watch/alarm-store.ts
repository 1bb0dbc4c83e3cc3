import type { AlarmStore } from "@zpr/ports";
import type { Database } from "../database.ts";
import { inStudies } from "../scoping.ts";
import { alarmRows, toAlarm } from "./alarm-rows.ts";

/** Alarms in PostgreSQL, as people see them. */
export function postgresAlarmStore(database: Database): AlarmStore {
  const find: AlarmStore["find"] = async (id) => {
    const row = await alarmRows(database).where("alarm.id", "=", id).executeTakeFirst();
    return row && toAlarm(row);
  };
  return {
    find,

    async list({ studies, trackerId, open }, { after, limit }) {
      const rows = await alarmRows(database)
        .where(({ ref }) => inStudies(ref("tracker.study_id"), studies))
        .$if(trackerId !== undefined, (q) => q.where("alarm.tracker_id", "=", trackerId ?? 0))
        .$if(open !== undefined, (q) => q.where("alarm.ended_at", open ? "is" : "is not", null))
        .$if(after !== undefined, (q) => q.where("alarm.id", "<", after ?? 0))
        .orderBy("alarm.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toAlarm);
    },

    async acknowledge(id, by, at) {
      await database
        .updateTable("alarm")
        .set({ acknowledged_at: at, acknowledged_by: by })
        .where("id", "=", id)
        .where("acknowledged_at", "is", null)
        .execute();
      return find(id);
    },

    async wantsMail(studyId, userId) {
      const refusal = await database
        .selectFrom("alarm_mail_refusal")
        .select("user_id")
        .where("study_id", "=", studyId)
        .where("user_id", "=", userId)
        .executeTakeFirst();
      return refusal === undefined;
    },

    async setWantsMail(studyId, userId, wanted) {
      if (wanted)
        await database
          .deleteFrom("alarm_mail_refusal")
          .where("study_id", "=", studyId)
          .where("user_id", "=", userId)
          .execute();
      else
        await database
          .insertInto("alarm_mail_refusal")
          .values({ study_id: studyId, user_id: userId })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },
  };
}
