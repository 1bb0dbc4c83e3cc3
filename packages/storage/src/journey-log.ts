import type { AdvancedJourney, ChangedJourney, JourneyLog, KeeperReading } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { saveEpisodes } from "./episodes/save-episodes.ts";
import { groundNames, studyGround } from "./episodes/study-ground.ts";
import { readEvidence } from "./journey-evidence.ts";

/** What is kept is shown to anybody: where somebody took an item to is not in it. */
const OPEN_EVIDENCE = {
  fixesBefore: null,
  closedSightings: false,
  taken: true,
  publicIds: false,
  freshness: true,
};

/** A number of our own for PostgreSQL's advisory locks: a journey that one keeper is at, others leave to it. */
const KEEPING = 7_206_124;
/** So many changes are looked through for each journey that is wanted: those of a busy tracker stand together. */
const CHANGES_A_JOURNEY = 20;

/** The journey keeper's side in PostgreSQL. Several keepers at once take different journeys. */
export function postgresJourneyLog(database: Database): JourneyLog {
  return {
    // One snapshot for changes and evidence: a fix that is told before its change is taken would
    // have the whole journey told again.
    take: (limit, advance) =>
      database
        .transaction()
        .setIsolationLevel("repeatable read")
        .execute(async (transaction) => {
          const { itemIds, isMore } = await oldestChanges(transaction, limit);
          if (itemIds.length === 0) return false;
          const changed = await takeChanged(transaction, itemIds);
          const read: KeeperReading = {
            evidence: (parts) => readEvidence(transaction, parts, OPEN_EVIDENCE),
            ground: (studyId) => studyGround(transaction, studyId),
          };
          const advanced = await advance(changed, read);
          await save(transaction, advanced);
          await saveEpisodes(transaction, advanced);
          return isMore;
        })
        .catch((error: unknown) => {
          if (isOvertaken(error)) return true;
          throw error;
        }),
  };
}

/** SQLSTATE 40001: another keeper saved one of these journeys between our snapshot and our lock. */
function isOvertaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "40001";
}

interface OldestChanges {
  readonly itemIds: readonly number[];
  readonly isMore: boolean;
}

/** The journeys that have waited longest and that no other keeper is at; never looks through all that wait. */
async function oldestChanges(transaction: Database, limit: number): Promise<OldestChanges> {
  const most = limit * CHANGES_A_JOURNEY;
  const { rows } = await sql<{ item_id: number; looked_at: number }>`
    with oldest as materialized (select id, item_id from journey_change order by id limit ${most}),
      changed as materialized (select item_id from oldest group by item_id order by min(id))
    select item_id, (select count(*) from oldest)::int as looked_at from changed
    where pg_try_advisory_xact_lock(${KEEPING}::int, item_id) limit ${limit}`.execute(transaction);
  return {
    itemIds: rows.map((row) => row.item_id),
    isMore: rows.length === limit || rows[0]?.looked_at === most,
  };
}

/** Locks the journeys, and takes their changes so far. */
async function takeChanged(
  transaction: Database,
  itemIds: readonly number[],
): Promise<readonly ChangedJourney[]> {
  await sql`
    insert into journey (item_id) select * from unnest(${itemIds}::int[]) as item (id) order by id
    on conflict do nothing`.execute(transaction);
  const journeys = await transaction
    .selectFrom("journey")
    .innerJoin("item", "item.id", "journey.item_id")
    .select(["journey.item_id", "state", "settled_at", "ground", "item.study_id"])
    .where("journey.item_id", "in", itemIds)
    .forUpdate("journey")
    .execute();
  const { rows } = await sql<{ item_id: number; since: Date }>`
    with taken as (
      delete from journey_change where item_id = any(${journeys.map((row) => row.item_id)}::int[])
      returning item_id, since
    ) select item_id, min(since) as since from taken group by item_id`.execute(transaction);
  const since = new Map(rows.map((row) => [row.item_id, row.since]));
  const grounds = await groundNames(
    transaction,
    journeys.map((row) => row.study_id),
  );
  return journeys.flatMap(({ item_id: itemId, study_id: studyId, ...row }) => {
    const changedSince = since.get(itemId);
    const ground = grounds.get(studyId);
    if (!changedSince || ground === undefined) return [];
    // What was told by other rules, or on another river, is no beginning.
    const kept =
      row.ground === ground
        ? { state: row.state, settledAt: row.settled_at }
        : { state: null, settledAt: null };
    return [{ itemId, studyId, ground, ...kept, changedSince }];
  });
}

async function save(database: Database, journeys: readonly AdvancedJourney[]): Promise<void> {
  if (journeys.length === 0) return;
  const measures = journeys.map((journey) => journey.measures);
  await sql`
    update journey set state = told.state::jsonb, settled_at = told.settled, started_at = told.started,
      last_at = told.last, last_longitude = told.longitude, last_latitude = told.latitude,
      last_evidence = told.evidence, travelled_metres = told.travelled, net_metres = told.net,
      fix_count = told.fixes, sighting_count = told.sightings, drift = told.drift::jsonb,
      ground = told.ground, episode_rules = told.rules::jsonb, is_taken = told.taken
    from unnest(
      ${journeys.map((journey) => journey.itemId)}::int[],
      ${journeys.map(({ state }) => state && JSON.stringify(state))}::text[],
      ${journeys.map((journey) => journey.settledAt)}::timestamptz[],
      ${measures.map((one) => one.startedAt)}::timestamptz[],
      ${measures.map((one) => one.lastAt)}::timestamptz[],
      ${measures.map((one) => one.lastPosition?.[0] ?? null)}::float8[],
      ${measures.map((one) => one.lastPosition?.[1] ?? null)}::float8[],
      ${measures.map((one) => one.lastEvidence)}::text[],
      ${measures.map((one) => one.travelledMetres)}::float8[],
      ${measures.map((one) => one.netMetres)}::float8[],
      ${measures.map((one) => one.fixCount)}::int[],
      ${measures.map((one) => one.sightingCount)}::int[],
      ${journeys.map(({ drift }) => JSON.stringify(drift))}::text[],
      ${journeys.map(({ ground }) => ground)}::text[],
      ${journeys.map(({ rules }) => JSON.stringify(rules))}::text[],
      ${journeys.map(isTaken)}::boolean[]
    ) as told (item_id, state, settled, started, last, longitude, latitude, evidence, travelled, net,
      fixes, sightings, drift, ground, rules, taken)
    where journey.item_id = told.item_id`.execute(database);
}

/** Whether where it was last is for members only. */
function isTaken({ episodes: { settled, open } }: AdvancedJourney): boolean {
  const last = [...settled, ...open].at(-1);
  return last !== undefined && last.hidden !== null;
}
