import type { Alarm } from "@zpr/ports";
import type { Database } from "../database.ts";

/** Alarms with the study of their tracker. */
export function alarmRows(database: Database) {
  return database
    .selectFrom("alarm")
    .innerJoin("tracker", "tracker.id", "alarm.tracker_id")
    .selectAll("alarm")
    .select("tracker.study_id");
}

type AlarmRow = Awaited<ReturnType<ReturnType<typeof alarmRows>["execute"]>>[number];

/** A row as an alarm. */
export function toAlarm(row: AlarmRow): Alarm {
  return {
    id: row.id,
    studyId: row.study_id,
    trackerId: row.tracker_id,
    kind: row.kind,
    since: row.since,
    raisedAt: row.raised_at,
    endedAt: row.ended_at,
    evidence: row.evidence,
    mailedAt: row.mailed_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
  };
}
