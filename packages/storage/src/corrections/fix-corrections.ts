import { EXCLUDED_FLAGS, InvalidValue, MISLEADING_FLAGS } from "@zpr/model";
import type {
  FixCorrection,
  FixCorrectionRefusal,
  FixCorrections,
  NewFixCorrection,
} from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type FixIdentity, fixId, parseFixId } from "../fix-id.ts";
import { markJourneys } from "../journey-marks.ts";
import { inStudies } from "../scoping.ts";

/** Corrections of fixes in PostgreSQL. Each locks its tracker, as ingest does. */
export function postgresFixCorrections(database: Database): FixCorrections {
  return {
    async list({ studies, trackerId, itemCode }, { after, limit }) {
      const rows = await correctionRows(database)
        .where(({ ref }) => inStudies(ref("tracker.study_id"), studies))
        .$if(trackerId !== undefined, (q) => q.where("tracker.id", "=", trackerId ?? 0))
        .$if(itemCode !== undefined, (q) => q.where(wasIn(itemCode ?? "")))
        .$if(after !== undefined, (q) => q.where("fix_correction.n", "<", after ?? 0))
        .orderBy("fix_correction.n", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toCorrection(row), n: row.n }));
    },

    async studyOf(id) {
      const key = keyOf(id);
      const row = await database
        .selectFrom("fix")
        .innerJoin("tracker", "tracker.id", "fix.tracker_id")
        .select("tracker.study_id")
        .where("fix.tracker_id", "=", key.trackerId)
        .where("fix.time", "=", key.time)
        .where("fix.record_hash", "=", key.recordHash)
        .executeTakeFirst();
      return row?.study_id;
    },

    correct: (correction) =>
      database.transaction().execute((transaction) => correct(transaction, correction)),
  };
}

async function correct(
  transaction: Database,
  correction: NewFixCorrection,
): Promise<FixCorrection | FixCorrectionRefusal> {
  const key = keyOf(correction.fixId);
  await sql`select from tracker where id = ${key.trackerId} for update`.execute(transaction);
  const known = await find(transaction, correction.id);
  if (known) return known;
  const flags = await flagsOf(transaction, key);
  if (flags === undefined) return "fix-unknown";
  const isExcluded = (flags & EXCLUDED_FLAGS) !== 0;
  if (isExcluded === (correction.kind === "exclude")) return "nothing-to-do";
  const { id, kind, at, by, reason } = correction;
  await transaction
    .insertInto("fix_correction")
    .values({
      ...{ id, kind, at, by, reason },
      ...{ tracker_id: key.trackerId, time: key.time, record_hash: key.recordHash },
    })
    .execute();
  await sql`
    update fix set flags = flags # ${EXCLUDED_FLAGS}::int where tracker_id = ${key.trackerId}
      and time = ${key.time} and record_hash = ${key.recordHash}`.execute(transaction);
  await settleLastPlace(transaction, key.trackerId);
  await markItems(transaction, key);
  const made = await find(transaction, id);
  if (!made) throw new Error(`no correction ${id}`);
  return made;
}

async function flagsOf(transaction: Database, key: FixIdentity): Promise<number | undefined> {
  const row = await transaction
    .selectFrom("fix")
    .select("flags")
    .where("tracker_id", "=", key.trackerId)
    .where("time", "=", key.time)
    .where("record_hash", "=", key.recordHash)
    .executeTakeFirst();
  return row?.flags;
}

/** A tracker was last where its newest fix is that does not mislead. */
async function settleLastPlace(transaction: Database, trackerId: number): Promise<void> {
  await sql`
    update tracker set last_fix_time = good.time, last_longitude = good.longitude,
      last_latitude = good.latitude, last_battery_volts = good.battery_volts, last_flags = good.flags
    from (select) one left join lateral (
      select time, longitude, latitude, battery_volts, flags from fix
      where tracker_id = ${trackerId} and flags & ${MISLEADING_FLAGS}::int = 0
      order by time desc, record_hash desc limit 1) good on true
    where id = ${trackerId}`.execute(transaction);
}

async function markItems(transaction: Database, { trackerId, time }: FixIdentity): Promise<void> {
  const rows = await transaction
    .selectFrom("deployment")
    .select("item_id")
    .where("tracker_id", "=", trackerId)
    .where("started_at", "<=", time)
    .where(sql<boolean>`${time}::timestamptz < coalesce(ended_at, 'infinity')`)
    .execute();
  await markJourneys(
    transaction,
    rows.map((row) => ({ itemId: row.item_id, since: time })),
  );
}

function wasIn(itemCode: string) {
  return sql<boolean>`exists (
    select from deployment join item on item.id = deployment.item_id
    where deployment.tracker_id = fix_correction.tracker_id and item.code = ${itemCode}
      and started_at <= fix_correction.time
      and fix_correction.time < coalesce(ended_at, 'infinity'))`;
}

function correctionRows(database: Database) {
  return database
    .selectFrom("fix_correction")
    .innerJoin("tracker", "tracker.id", "fix_correction.tracker_id")
    .selectAll("fix_correction")
    .select("tracker.study_id");
}

async function find(database: Database, id: string): Promise<FixCorrection | undefined> {
  const row = await correctionRows(database).where("fix_correction.id", "=", id).executeTakeFirst();
  return row && toCorrection(row);
}

type CorrectionRow = Awaited<ReturnType<ReturnType<typeof correctionRows>["execute"]>>[number];

function toCorrection(row: CorrectionRow): FixCorrection {
  const { id, kind, time, at, by, reason, tracker_id: trackerId } = row;
  return {
    ...{ id, kind, time, at, by, reason, trackerId },
    studyId: row.study_id,
    fixId: fixId({ trackerId, time, recordHash: row.record_hash }),
  };
}

function keyOf(id: string): FixIdentity {
  const key = parseFixId(id);
  if (!key) throw new InvalidValue("fix id", id);
  return key;
}
