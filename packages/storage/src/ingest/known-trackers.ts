import type { DeploymentSpan, KnownTracker } from "@zpr/ports";
import { type Selectable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";
import { integers, texts } from "./binary-array.ts";
import { toTail } from "./fix-tail.ts";

interface Sender {
  readonly protocol: string;
  readonly uniqueId: string;
}

/** What is set for senders' trackers, by `protocol uniqueId`; nothing is locked. */
export async function readSettings(
  transaction: Database,
  senders: readonly Sender[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  if (senders.length === 0) return new Map();
  const { rows } = await sql<Pick<TrackerRow, "protocol" | "unique_id" | "settings">>`
    select protocol, unique_id, settings from tracker
    where (protocol, unique_id) in (select * from unnest(
      ${texts(senders, (sender) => sender.protocol)}::text[],
      ${texts(senders, (sender) => sender.uniqueId)}::text[]
    ))`.execute(transaction);
  return new Map(rows.map((row) => [`${row.protocol} ${row.unique_id}`, row.settings]));
}

/** The registered ones among senders, locked until the transaction ends. */
export async function lockTrackers(
  transaction: Database,
  senders: readonly Sender[],
): Promise<ReadonlyMap<string, KnownTracker>> {
  // In one order for every ingest, so that two of them never wait for each other's trackers.
  const { rows } = await sql<TrackerRow>`
    select id, study_id, protocol, unique_id, last_fix_time, tail from tracker
    where (protocol, unique_id) in (select * from unnest(
      ${texts(senders, (sender) => sender.protocol)}::text[],
      ${texts(senders, (sender) => sender.uniqueId)}::text[]
    ))
    order by id for update`.execute(transaction);
  const ids = rows.map((row) => row.id);
  const deployments = await readDeployments(transaction, ids);
  return new Map(
    rows.map((row) => [
      `${row.protocol} ${row.unique_id}`,
      {
        id: row.id,
        studyId: row.study_id,
        lastFixTime: row.last_fix_time,
        tail: row.tail && toTail(row.id, row.tail),
        deployments: deployments.get(row.id) ?? [],
      },
    ]),
  );
}

type TrackerRow = Pick<
  Selectable<Tables["tracker"]>,
  "id" | "study_id" | "protocol" | "unique_id" | "last_fix_time" | "tail" | "settings"
>;

async function readDeployments(
  transaction: Database,
  trackerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DeploymentSpan[]>> {
  const rows = await transaction
    .selectFrom("deployment")
    .innerJoin("item", "item.id", "deployment.item_id")
    .select(["tracker_id", "item_id", "item.code", "started_at", "ended_at"])
    .where(sql<boolean>`tracker_id = any(${integers(trackerIds, (id) => id)}::int[])`)
    .orderBy("started_at")
    .execute();
  const byTracker = Map.groupBy(rows, (row) => row.tracker_id);
  return new Map(
    [...byTracker].map(([trackerId, spans]) => [
      trackerId,
      spans.map((row) => ({
        itemId: row.item_id,
        itemCode: row.code,
        startedAt: row.started_at,
        endedAt: row.ended_at,
      })),
    ]),
  );
}
