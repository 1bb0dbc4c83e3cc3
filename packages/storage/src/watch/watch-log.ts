import type { WatchedTracker, WatchLog } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { toBattery } from "./tracker-health.ts";
import { readHistories, readNewestFixes } from "./watch-evidence.ts";
import { saveOutcome } from "./watch-outcome.ts";

/** The watch's side in PostgreSQL. */
export function postgresWatchLog(database: Database): WatchLog {
  return {
    async look(now, breakMilliseconds) {
      const { rows } = await sql<{ since: Date }>`
        insert into watch_look as look (looked_at, listening_since) values (${now}, ${now})
        on conflict (one) do update set looked_at = ${now}, listening_since = case
          when ${now} - look.looked_at > ${`${breakMilliseconds} milliseconds`}::interval then ${now}
          else look.listening_since end
        returning listening_since as since`.execute(database);
      return rows[0]?.since ?? now;
    },

    async studies() {
      const rows = await database
        .selectFrom("study")
        .select(["id", "name", "simulated", "locale", "watch_rules as watchRules"])
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("tracker").whereRef("tracker.study_id", "=", "study.id")),
        )
        .orderBy("id")
        .execute();
      return rows;
    },

    async trackers(studyId, now) {
      const rows = await trackerRows(database, studyId, now).execute();
      return rows.map(toWatched);
    },

    newestFixes: (trackerIds, now) => readNewestFixes(database, trackerIds, now),
    histories: (trackerIds, now) => readHistories(database, trackerIds, now),
    save: (outcome, write) =>
      database.transaction().execute((transaction) => saveOutcome(transaction, outcome, write)),
  };
}

function trackerRows(database: Database, studyId: number, now: Date) {
  return database
    .selectFrom("tracker")
    .leftJoin("tracker_health as health", "health.tracker_id", "tracker.id")
    .where("tracker.study_id", "=", studyId)
    .select([
      "tracker.id",
      "tracker.name",
      "tracker.last_heard_at",
      "tracker.fix_count",
      "tracker.interval_seconds",
      "tracker.watch_rules",
      "health.heard_at",
      "health.fix_count as seen_fix_count",
      "health.usual_interval_seconds",
      "health.battery_time",
      "health.battery_volts",
      "health.battery_percent",
      "health.battery_trend_per_day",
      "health.battery_low_in_days",
      "health.history_at",
    ])
    .select(({ selectFrom, exists }) => [
      selectFrom("deployment")
        .whereRef("deployment.tracker_id", "=", "tracker.id")
        .where("deployment.started_at", "<=", now)
        .where(sql<boolean>`coalesce(deployment.ended_at, 'infinity') > ${now}`)
        .select(({ fn }) => fn.max("deployment.started_at").as("at"))
        .as("deployed_at"),
      exists(selectFrom("deployment").whereRef("deployment.tracker_id", "=", "tracker.id")).as(
        "was_ever_deployed",
      ),
      selectFrom("alarm")
        .whereRef("alarm.tracker_id", "=", "tracker.id")
        .where("alarm.ended_at", "is", null)
        .select(
          sql<
            WatchedTracker["open"]
          >`coalesce(json_agg(json_build_object('id', id, 'kind', kind)), '[]')`.as("open"),
        )
        .as("open"),
    ])
    .orderBy("tracker.id");
}

type WatchedRow = Awaited<ReturnType<ReturnType<typeof trackerRows>["execute"]>>[number];

function toWatched(row: WatchedRow): WatchedTracker {
  return {
    id: row.id,
    name: row.name,
    lastHeardAt: row.last_heard_at,
    fixCount: row.fix_count,
    registeredIntervalSeconds: row.interval_seconds,
    watchRules: row.watch_rules,
    deployedAt: row.deployed_at,
    wasEverDeployed: Boolean(row.was_ever_deployed),
    seen: row.history_at && {
      heardAt: row.heard_at,
      fixCount: row.seen_fix_count ?? 0,
      usualIntervalSeconds: row.usual_interval_seconds,
      battery: toBattery(row),
      historyAt: row.history_at,
    },
    open: row.open ?? [],
  };
}
