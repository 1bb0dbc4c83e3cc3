import { type Episode, TAKEN_FLAGS } from "@zpr/model";
import type { AdvancedJourney } from "@zpr/ports";
import { type Insertable, sql } from "kysely";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

/** Few enough for the parameters of one statement. */
const CHUNK_ROWS = 1000;

/** Replaces the episodes of journeys that were not settled, and marks the fixes that show where somebody took the item. */
export async function saveEpisodes(
  database: Database,
  journeys: readonly AdvancedJourney[],
): Promise<void> {
  const anew = journeys.filter(({ episodes }) => episodes.fromBeginning);
  const itemIds = journeys.map(({ itemId }) => itemId);
  const { rows: gone } = await sql<{ item_id: number }>`
    with gone as (
      delete from episode where item_id = any(${itemIds}::int[])
        and (not is_settled or item_id = any(${anew.map(({ itemId }) => itemId)}::int[]))
      returning item_id, hidden_from
    ) select distinct item_id from gone where hidden_from is not null`.execute(database);
  const rows = journeys.flatMap(toRows);
  for (let start = 0; start < rows.length; start += CHUNK_ROWS)
    await database
      .insertInto("episode")
      .values(rows.slice(start, start + CHUNK_ROWS))
      .execute();
  const wereHidden = new Set(gone.map((row) => row.item_id));
  const isConcerned = ({ itemId, episodes }: AdvancedJourney) =>
    wereHidden.has(itemId) ||
    episodes.fromBeginning ||
    [...episodes.settled, ...episodes.open].some(({ hidden }) => hidden);
  await markTaken(database, journeys.filter(isConcerned));
}

function toRows({ itemId, episodes }: AdvancedJourney): readonly Insertable<Tables["episode"]>[] {
  return [
    ...episodes.settled.map((episode) => toRow(itemId, episode, true)),
    ...episodes.open.map((episode) => toRow(itemId, episode, false)),
  ];
}

function toRow(itemId: number, episode: Episode, isSettled: boolean) {
  return {
    item_id: itemId,
    state: episode.state,
    started_at: episode.startedAt,
    ended_at: episode.endedAt,
    from_longitude: episode.from?.[0] ?? null,
    from_latitude: episode.from?.[1] ?? null,
    to_longitude: episode.to?.[0] ?? null,
    to_latitude: episode.to?.[1] ?? null,
    from_kilometre: episode.fromKilometre,
    to_kilometre: episode.toKilometre,
    end_reason: episode.end,
    fix_count: episode.fixCount,
    travelled_metres: episode.travelledMetres,
    interval_seconds: episode.intervalSeconds,
    hidden_from: episode.hidden?.from ?? null,
    hidden_to: episode.hidden?.to ?? null,
    is_settled: isSettled,
  };
}

/** Only fixes since the first episode that is told anew can have changed. */
async function markTaken(database: Database, journeys: readonly AdvancedJourney[]): Promise<void> {
  if (journeys.length === 0) return;
  const since = journeys.map(({ episodes: { fromBeginning, settled, open } }) =>
    fromBeginning ? "-infinity" : ([...settled, ...open][0]?.startedAt ?? "infinity"),
  );
  await sql`
    update fix set flags = fix.flags # ${sql.lit(TAKEN_FLAGS)}
    from unnest(
      ${journeys.map(({ itemId }) => itemId)}::int[], ${since}::timestamptz[]
    ) as told (item_id, since) join deployment d on d.item_id = told.item_id
    where fix.tracker_id = d.tracker_id and fix.time >= greatest(d.started_at, told.since)
      and fix.time < coalesce(d.ended_at, 'infinity')
      and (fix.flags & ${sql.lit(TAKEN_FLAGS)} <> 0) <> exists (
        select from episode e where e.item_id = told.item_id
          and fix.time between e.hidden_from and e.hidden_to)`.execute(database);
}
