import { DEPLOYMENT_FLAGS, flagBits, MISLEADING_FLAGS } from "@zpr/model";
import type { Deployment, NewDeployment, TrackerStore } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { markJourneys } from "./journey-marks.ts";
import { inStudies } from "./scoping.ts";

type DeploymentStore = Pick<
  TrackerStore,
  "listDeployments" | "findDeployment" | "deploy" | "endDeployment"
>;

const BEFORE = flagBits(["before-deployment"]);
const AFTER = flagBits(["after-retrieval"]);

/** Deployments in PostgreSQL. Each change locks its tracker, as ingest does, and judges its fixes anew. */
export function deploymentStore(database: Database): DeploymentStore {
  return {
    async listDeployments({ studies, trackerId }, { after = 0, limit }) {
      const rows = await deploymentRows(database)
        .where(({ eb, ref }) =>
          eb.and([
            eb("deployment.id", ">", after),
            inStudies(ref("tracker.study_id"), studies),
            ...(trackerId === undefined ? [] : [eb("deployment.tracker_id", "=", trackerId)]),
          ]),
        )
        .orderBy("deployment.id")
        .limit(limit)
        .execute();
      return rows.map(toDeployment);
    },

    findDeployment: (id) => find(database, id),

    deploy: (wanted) =>
      database.transaction().execute(async (transaction) => {
        const tracker = await lockTracker(transaction, wanted.trackerId);
        const item = await transaction
          .selectFrom("item")
          .select("id")
          .where("code", "=", wanted.itemCode)
          .where("study_id", "=", tracker.study_id)
          .executeTakeFirst();
        if (!item) return "item-unknown";
        const same = await sameDeployment(transaction, wanted, item.id);
        if (same) return same;
        if (await overlaps(transaction, { ...wanted, id: 0 })) return "overlap";
        const { id } = await transaction
          .insertInto("deployment")
          .values({
            tracker_id: wanted.trackerId,
            item_id: item.id,
            started_at: wanted.startedAt,
            ended_at: wanted.endedAt,
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        return judged(transaction, id);
      }),

    endDeployment: (id, endedAt) =>
      database.transaction().execute(async (transaction) => {
        const found = await find(transaction, id);
        if (!found) throw new Error(`no deployment ${id}`);
        await lockTracker(transaction, found.trackerId);
        if (endedAt && endedAt <= found.startedAt) return "ends-before-start";
        if (await overlaps(transaction, { ...found, endedAt })) return "overlap";
        await transaction
          .updateTable("deployment")
          .set({ ended_at: endedAt })
          .where("id", "=", id)
          .execute();
        return judged(transaction, id);
      }),
  };
}

async function lockTracker(database: Database, id: number) {
  return database
    .selectFrom("tracker")
    .select(["id", "study_id"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The same request sent again is answered as the first time. */
async function sameDeployment(
  database: Database,
  { trackerId, startedAt }: NewDeployment,
  itemId: number,
): Promise<Deployment | undefined> {
  const row = await deploymentRows(database)
    .where("deployment.tracker_id", "=", trackerId)
    .where("deployment.item_id", "=", itemId)
    .where("deployment.started_at", "=", startedAt)
    .executeTakeFirst();
  return row && toDeployment(row);
}

async function overlaps(
  database: Database,
  wanted: Pick<Deployment, "id" | "trackerId" | "startedAt" | "endedAt">,
): Promise<boolean> {
  const row = await database
    .selectFrom("deployment")
    .select("id")
    .where("tracker_id", "=", wanted.trackerId)
    .where("id", "!=", wanted.id)
    .where(
      sql<boolean>`tstzrange(started_at, ended_at) && tstzrange(${wanted.startedAt}, ${wanted.endedAt}::timestamptz)`,
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives the tracker's fixes the deployment flags they have now, and has the item's journey told again. */
async function judged(database: Database, id: number): Promise<Deployment> {
  const deployment = await find(database, id);
  if (!deployment) throw new Error(`no deployment ${id}`);
  const { trackerId, itemId, startedAt } = deployment;
  await sql`
    update fix set flags = judged.flags
    from (
      select time, record_hash, (flags & ~${DEPLOYMENT_FLAGS}::int) | case
        when exists (select from deployment where tracker_id = ${trackerId}
          and started_at <= fix.time and (ended_at is null or fix.time < ended_at)) then 0
        when exists (select from deployment where tracker_id = ${trackerId} and ended_at <= fix.time)
          then ${AFTER}::int
        else ${BEFORE}::int end as flags
      from fix where tracker_id = ${trackerId}
    ) as judged
    where fix.tracker_id = ${trackerId} and fix.time = judged.time
      and fix.record_hash = judged.record_hash and fix.flags <> judged.flags
  `.execute(database);
  await sql`
    update tracker set last_flags = fix.flags from fix
    where tracker.id = ${trackerId} and fix.tracker_id = ${trackerId} and fix.time = last_fix_time
      and fix.flags & ${MISLEADING_FLAGS}::int = 0`.execute(database);
  await markJourneys(database, [{ itemId, since: startedAt }]);
  return deployment;
}

function deploymentRows(database: Database) {
  return database
    .selectFrom("deployment")
    .innerJoin("tracker", "tracker.id", "deployment.tracker_id")
    .innerJoin("item", "item.id", "deployment.item_id")
    .selectAll("deployment")
    .select(["tracker.study_id", "item.code"]);
}

async function find(database: Database, id: number): Promise<Deployment | undefined> {
  const row = await deploymentRows(database).where("deployment.id", "=", id).executeTakeFirst();
  return row && toDeployment(row);
}

type DeploymentRow = Awaited<ReturnType<ReturnType<typeof deploymentRows>["execute"]>>[number];

function toDeployment(row: DeploymentRow): Deployment {
  return {
    id: row.id,
    version: row.version,
    studyId: row.study_id,
    trackerId: row.tracker_id,
    itemId: row.item_id,
    itemCode: row.code,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
