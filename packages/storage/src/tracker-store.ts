import { flagBits, flagNames, TAKEN_FLAGS } from "@zpr/model";
import type { Tracker, TrackerChanges, TrackerStore, UnknownTracker } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "./database.ts";
import { deploymentStore } from "./deployment-store.ts";
import { lockForRegistration } from "./registration-lock.ts";
import { inStudies } from "./scoping.ts";
import type { Tables } from "./tables.ts";
import { type HealthRow, toHealth, withHealth } from "./watch/tracker-health.ts";

/** Trackers and their deployments in PostgreSQL. */
export function postgresTrackerStore(database: Database): TrackerStore {
  return {
    ...deploymentStore(database),

    async list(scope, { after = 0, limit }) {
      const rows = await trackerRows(database)
        .where(({ eb, ref }) =>
          eb.and([eb("tracker.id", ">", after), inStudies(ref("tracker.study_id"), scope)]),
        )
        .orderBy("tracker.id")
        .limit(limit)
        .execute();
      return rows.map(toTracker);
    },

    async find(id) {
      const row = await trackerRows(database).where("tracker.id", "=", id).executeTakeFirst();
      return row && toTracker(row);
    },

    change: (id, changes) => change(database, id, changes),

    async listUnknown({ after = "", limit }) {
      const rows = await database
        .selectFrom("unknown_caller as caller")
        .selectAll("caller")
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("tracker")
                .whereRef("tracker.protocol", "=", "caller.protocol")
                .whereRef("tracker.unique_id", "=", "caller.unique_id"),
            ),
          ),
        )
        .where(sql<boolean>`caller.protocol || ' ' || caller.unique_id > ${after}`)
        .orderBy(sql`caller.protocol || ' ' || caller.unique_id`)
        .limit(limit)
        .execute();
      return rows.map(toUnknown);
    },

    register: (tracker) =>
      database.transaction().execute(async (transaction) => {
        const { protocol, uniqueId } = tracker;
        await lockForRegistration(transaction);
        const made = await transaction
          .insertInto("tracker")
          .values({
            study_id: tracker.studyId,
            protocol,
            unique_id: uniqueId,
            name: tracker.name,
            model: tracker.model,
            interval_seconds: tracker.intervalSeconds,
          })
          .onConflict((conflict) => conflict.columns(["protocol", "unique_id"]).doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!made) return undefined;
        // Everything it said while nobody knew it is read again, now that somebody does.
        await sql`
          insert into raw_pending (raw_message_id)
          select id from raw_message where protocol = ${protocol} and unique_id = ${uniqueId}
          on conflict do nothing`.execute(transaction);
        await transaction
          .deleteFrom("unknown_caller")
          .where("protocol", "=", protocol)
          .where("unique_id", "=", uniqueId)
          .execute();
        const row = await trackerRows(transaction)
          .where("tracker.id", "=", made.id)
          .executeTakeFirstOrThrow();
        return toTracker(row);
      }),
  };
}

async function change(
  database: Database,
  id: number,
  { intervalSeconds, settings, watchRules, codecId, ...named }: TrackerChanges,
): Promise<Tracker | undefined> {
  const columns = {
    ...named,
    ...(intervalSeconds !== undefined && { interval_seconds: intervalSeconds }),
    ...(settings && { settings: JSON.stringify(settings) }),
    ...(watchRules && { watch_rules: JSON.stringify(watchRules) }),
    ...(codecId !== undefined && { codec_id: codecId }),
  };
  await database.transaction().execute(async (transaction) => {
    // A batch of ingest that still reads by the codec before would note as undecodable what was to be read again.
    if (codecId !== undefined) await lockForRegistration(transaction);
    if (Object.keys(columns).length > 0)
      await transaction.updateTable("tracker").set(columns).where("id", "=", id).execute();
    if (codecId !== undefined) await readAgain(transaction, id);
  });
  const row = await trackerRows(database).where("tracker.id", "=", id).executeTakeFirst();
  return row && toTracker(row);
}

/** What a tracker said and nobody could read is read again, now that another codec may. */
async function readAgain(database: Database, id: number): Promise<void> {
  await sql`
    insert into raw_pending (raw_message_id)
    select raw_problem.raw_message_id from tracker
      join raw_message using (protocol, unique_id)
      join raw_problem on raw_problem.raw_message_id = raw_message.id
    where tracker.id = ${id}
    on conflict do nothing`.execute(database);
}

function trackerRows(database: Database) {
  return withHealth(database)
    .selectAll("tracker")
    .select(({ selectFrom }) =>
      selectFrom("deployment")
        .innerJoin("item", "item.id", "deployment.item_id")
        .whereRef("deployment.tracker_id", "=", "tracker.id")
        .where("deployment.ended_at", "is", null)
        .select("item.code")
        .orderBy("deployment.started_at", "desc")
        .limit(1)
        .as("item_code"),
    )
    .select(newestRecord.as("newest"));
}

/** Not by a clock that runs ahead: what it says would stay the newest for years. */
const newestRecord = sql<NewestRecord | null>`(
  select json_build_object('time', time, 'satellites', satellites, 'batteryVolts', battery_volts,
    'batteryPercent', battery_percent,
    'hasFix', longitude is not null and flags & ${flagBits(["no-fix"])}::int = 0)
  from fix where fix.tracker_id = tracker.id and flags & ${flagBits(["future"])}::int = 0
  order by time desc limit 1)`;

/** As JSON carries it. */
type NewestRecord = Omit<NonNullable<Tracker["newest"]>, "time"> & { readonly time: string };

type TrackerRow = Selectable<Tables["tracker"]> &
  HealthRow & { readonly item_code: string | null; readonly newest: NewestRecord | null };

function toTracker(row: TrackerRow): Tracker {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    protocol: row.protocol,
    uniqueId: row.unique_id,
    name: row.name,
    model: row.model,
    intervalSeconds: row.interval_seconds,
    lastHeardAt: row.last_heard_at,
    lastFix: lastFixOf(row),
    newest: row.newest && { ...row.newest, time: new Date(row.newest.time) },
    itemCode: row.item_code,
    fixCount: row.fix_count,
    settings: row.settings,
    watchRules: row.watch_rules,
    health: toHealth(row),
    codecId: row.codec_id,
  };
}

function lastFixOf(row: Selectable<Tables["tracker"]>): Tracker["lastFix"] {
  const { last_fix_time: time, last_longitude: longitude, last_latitude: latitude } = row;
  if (!time || longitude === null || latitude === null) return null;
  return {
    time,
    position: [longitude, latitude],
    batteryVolts: row.last_battery_volts,
    // Told when the fix came; whether somebody had the item is known later, and stands at the fix.
    flags: flagNames((row.last_flags ?? 0) & ~TAKEN_FLAGS),
  };
}

function toUnknown(row: Selectable<Tables["unknown_caller"]>): UnknownTracker {
  return {
    protocol: row.protocol,
    uniqueId: row.unique_id,
    firstHeardAt: row.first_heard_at,
    lastHeardAt: row.last_heard_at,
    messageCount: row.message_count,
    lastPosition:
      row.last_longitude === null || row.last_latitude === null
        ? null
        : [row.last_longitude, row.last_latitude],
  };
}
