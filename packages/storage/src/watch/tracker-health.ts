import type { AlarmKind } from "@zpr/model";
import type { TrackerHealth } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Trackers with how they are: as the watch left it at its last look. */
export function withHealth(database: Database) {
  return database
    .selectFrom("tracker")
    .leftJoin("tracker_health as health", "health.tracker_id", "tracker.id")
    .select([
      "health.usual_interval_seconds",
      "health.battery_time",
      "health.battery_volts",
      "health.battery_percent",
      "health.battery_trend_per_day",
      "health.battery_low_in_days",
    ])
    .select(({ selectFrom }) =>
      selectFrom("alarm")
        .whereRef("alarm.tracker_id", "=", "tracker.id")
        .where("alarm.ended_at", "is", null)
        .select(
          sql<readonly OpenAlarm[]>`coalesce(json_agg(json_build_object('id', id, 'kind', kind,
            'since', since, 'acknowledgedAt', acknowledged_at) order by id), '[]')`.as("alarms"),
        )
        .as("alarms"),
    );
}

/** An alarm as JSON carries it. */
interface OpenAlarm {
  readonly id: number;
  readonly kind: AlarmKind;
  readonly since: string;
  readonly acknowledgedAt: string | null;
}

/** The columns that tell the health of a tracker. */
export type HealthRow = Parameters<typeof toBattery>[0] & {
  readonly interval_seconds: number | null;
  readonly last_heard_at: Date | null;
  readonly usual_interval_seconds: number | null;
  readonly alarms: readonly OpenAlarm[] | null;
};

/** A row as the health of its tracker. */
export function toHealth(row: HealthRow): TrackerHealth {
  return {
    expectedIntervalSeconds: row.interval_seconds ?? row.usual_interval_seconds,
    lastHeardAt: row.last_heard_at,
    battery: toBattery(row),
    alarms: (row.alarms ?? []).map(({ since, acknowledgedAt, ...alarm }) => ({
      ...alarm,
      since: new Date(since),
      acknowledgedAt: acknowledgedAt === null ? null : new Date(acknowledgedAt),
    })),
  };
}

/** The battery in the columns of tracker_health. */
export function toBattery(row: {
  readonly battery_time: Date | null;
  readonly battery_volts: number | null;
  readonly battery_percent: number | null;
  readonly battery_trend_per_day: number | null;
  readonly battery_low_in_days: number | null;
}) {
  return (
    row.battery_time && {
      time: row.battery_time,
      volts: row.battery_volts,
      percent: row.battery_percent,
      trendPerDay: row.battery_trend_per_day,
      lowInDays: row.battery_low_in_days,
    }
  );
}
