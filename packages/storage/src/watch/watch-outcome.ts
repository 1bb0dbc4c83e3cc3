import type { Alarm, LookOutcome, NewMail, WatchLog } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { alarmRows, toAlarm } from "./alarm-rows.ts";

type Write = Parameters<WatchLog["save"]>[1];

/** Keeps what a look comes to, with the mails about it. */
export async function saveOutcome(
  transaction: Database,
  outcome: LookOutcome,
  write: Write,
): Promise<{ readonly raised: readonly Alarm[]; readonly ended: readonly Alarm[] }> {
  await keepSeen(transaction, outcome.seen);
  const endedIds = await endAlarms(transaction, outcome);
  const raisedIds = await raiseAlarms(transaction, outcome);
  const raised = await readAlarms(transaction, raisedIds);
  if (raised.length > 0) {
    const recipients = await readRecipients(transaction, outcome.studyId);
    await queueMails(transaction, write(raised, recipients), outcome.now);
  }
  return { raised, ended: await readAlarms(transaction, endedIds) };
}

async function keepSeen(transaction: Database, seen: LookOutcome["seen"]): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    insert into tracker_health (tracker_id, heard_at, fix_count, usual_interval_seconds,
      battery_time, battery_volts, battery_percent, battery_trend_per_day, battery_low_in_days,
      history_at)
    select * from unnest(
      ${seen.map((one) => one.trackerId)}::int[],
      ${seen.map((one) => one.heardAt)}::timestamptz[],
      ${seen.map((one) => one.fixCount)}::bigint[],
      ${seen.map((one) => one.usualIntervalSeconds)}::float8[],
      ${seen.map((one) => one.battery?.time ?? null)}::timestamptz[],
      ${seen.map((one) => one.battery?.volts ?? null)}::float8[],
      ${seen.map((one) => one.battery?.percent ?? null)}::float8[],
      ${seen.map((one) => one.battery?.trendPerDay ?? null)}::float8[],
      ${seen.map((one) => one.battery?.lowInDays ?? null)}::float8[],
      ${seen.map((one) => one.historyAt)}::timestamptz[]
    )
    on conflict (tracker_id) do update set heard_at = excluded.heard_at,
      fix_count = excluded.fix_count, usual_interval_seconds = excluded.usual_interval_seconds,
      battery_time = excluded.battery_time, battery_volts = excluded.battery_volts,
      battery_percent = excluded.battery_percent,
      battery_trend_per_day = excluded.battery_trend_per_day,
      battery_low_in_days = excluded.battery_low_in_days,
      history_at = excluded.history_at`.execute(transaction);
}

// Arrays rather than lists of values: a statement has room for 65,535 values, a study for more trackers.

async function endAlarms(
  transaction: Database,
  { ended, now }: LookOutcome,
): Promise<readonly number[]> {
  if (ended.length === 0) return [];
  const { rows } = await sql<IdRow>`
    update alarm set ended_at = ${now} where id = any(${ended}::bigint[]) and ended_at is null
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}

async function raiseAlarms(
  transaction: Database,
  { raised, now }: LookOutcome,
): Promise<readonly number[]> {
  if (raised.length === 0) return [];
  const { rows } = await sql<IdRow>`
    insert into alarm (tracker_id, kind, since, evidence, raised_at)
    select tracker_id, kind, since, evidence::jsonb, ${now} from unnest(
      ${raised.map((one) => one.trackerId)}::int[],
      ${raised.map((one) => one.kind)}::text[],
      ${raised.map((one) => one.since)}::timestamptz[],
      ${raised.map((one) => JSON.stringify(one.evidence))}::text[]
    ) as amiss (tracker_id, kind, since, evidence)
    on conflict (tracker_id, kind) where ended_at is null do nothing
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}

interface IdRow {
  readonly id: number;
}

async function readAlarms(
  transaction: Database,
  ids: readonly number[],
): Promise<readonly Alarm[]> {
  if (ids.length === 0) return [];
  const rows = await alarmRows(transaction)
    .where(sql<boolean>`alarm.id = any(${ids}::bigint[])`)
    .orderBy("alarm.id")
    .execute();
  return rows.map(toAlarm);
}

/** The addresses of those who look after a study and did not refuse. */
async function readRecipients(transaction: Database, studyId: number): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("study_member as member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select("app_user.email")
    .distinct()
    .where("member.study_id", "=", studyId)
    .where("member.role", "in", ["editor", "owner"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("alarm_mail_refusal as refusal")
            .whereRef("refusal.study_id", "=", "member.study_id")
            .whereRef("refusal.user_id", "=", "member.user_id"),
        ),
      ),
    )
    .orderBy("app_user.email")
    .execute();
  return rows.flatMap(({ email }) => email || []);
}

async function queueMails(
  transaction: Database,
  mails: readonly NewMail[],
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  await transaction
    .insertInto("mail")
    .values(
      mails.map(({ to, subject, text, alarmIds }) => ({
        to_address: to,
        subject,
        text,
        alarm_ids: [...alarmIds],
        created_at: now,
        next_attempt_at: now,
      })),
    )
    .execute();
}
