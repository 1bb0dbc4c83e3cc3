import type { AlarmEvidence, AlarmKind } from "@zpr/model";
import type { Generated, JSONColumnType } from "kysely";

/** Tables of the watch, as migration 0011 leaves them. */
export interface WatchTables {
  watch_look: { one: Generated<boolean>; looked_at: Date; listening_since: Date };
  tracker_health: {
    tracker_id: number;
    heard_at: Date | null;
    fix_count: number;
    usual_interval_seconds: number | null;
    battery_time: Date | null;
    battery_volts: number | null;
    battery_percent: number | null;
    battery_trend_per_day: number | null;
    battery_low_in_days: number | null;
    history_at: Date;
  };
  alarm: {
    id: Generated<number>;
    tracker_id: number;
    kind: AlarmKind;
    since: Date;
    raised_at: Date;
    ended_at: Date | null;
    evidence: JSONColumnType<AlarmEvidence>;
    mailed_at: Date | null;
    acknowledged_at: Date | null;
    acknowledged_by: string | null;
  };
  alarm_mail_refusal: { study_id: number; user_id: number };
  mail: {
    id: Generated<string>;
    to_address: string | null;
    subject: string;
    text: string | null;
    unsubscribe_url: Generated<string | null>;
    alarm_ids: Generated<readonly number[]>;
    created_at: Date;
    attempts: Generated<number>;
    next_attempt_at: Date;
    handed_over_at: Generated<Date | null>;
    given_up_at: Generated<Date | null>;
    last_error: Generated<string | null>;
  };
}
