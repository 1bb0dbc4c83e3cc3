import { BLOCKING_FLAGS, type Evidence, ROUGH_FLAGS, UNPUBLIC_FLAGS } from "@zpr/model";
import type { EvidencePart, ItemEvidence } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** How much of the evidence is read. */
export interface EvidenceReach {
  /** Fixes only before an instant, if one is given. */
  readonly fixesBefore: Date | null;
  /** Whether sightings are read that are for members of the study only; rejected and merged ones never are. */
  readonly closedSightings: boolean;
  /** Whether fixes are read that show where somebody took the item. */
  readonly taken: boolean;
  /** Whether sightings have the ids that everybody may know. */
  readonly publicIds: boolean;
  /** Whether it is told which fixes are fresh; nothing is when it is not. */
  readonly freshness: boolean;
}

/** Of what came in so lately, another ingest may still hold what came before it. */
const FRESH_SECONDS = 2;

/** Releases, good fixes inside deployments, and sightings, by item in time order. */
export async function readEvidence(
  database: Database,
  parts: readonly EvidencePart[],
  { fixesBefore, closedSightings, taken, publicIds, freshness }: EvidenceReach,
): Promise<ReadonlyMap<number, ItemEvidence>> {
  const isFresh = freshness
    ? sql`received_at > now() - ${sql.lit(`${FRESH_SECONDS} seconds`)}::interval`
    : sql`false`;
  const { rows } = await sql<EvidenceRow>`
    select part.item_id, piece.* from unnest(
      ${parts.map((part) => part.itemId)}::int[],
      ${parts.map((part) => part.after ?? "-infinity")}::timestamptz[]
    ) as part (item_id, after) cross join lateral (
      select 'release' as kind, released_at as time, longitude, latitude, place, null::int as tracker_id,
        null::uuid as id, null as condition, null as surroundings, null as put_back, null::bigint as record_hash,
        null::boolean as network, false as fresh
      from item join release on release.id = release_id
      where item.id = part.item_id and released_at > part.after
      union all
      select 'fix', fix.time, longitude, latitude, null, fix.tracker_id, null, null, null, null, record_hash,
        flags & ${ROUGH_FLAGS}::int <> 0, ${isFresh}
      from deployment join fix on fix.tracker_id = deployment.tracker_id
        and fix.time >= started_at and fix.time < coalesce(ended_at, 'infinity')
      where deployment.item_id = part.item_id and flags & ${taken ? BLOCKING_FLAGS : UNPUBLIC_FLAGS}::int = 0
        and fix.time > part.after and fix.time < ${fixesBefore ?? "infinity"}
      union all
      select 'sighting', seen_at, longitude, latitude, null, null, ${publicIds ? sql`public_id` : sql`id`}, condition, surroundings, put_back, null,
        null, false
      from sighting where sighting.item_id = part.item_id and seen_at > part.after
        and (is_open or (${closedSightings}::boolean and review <> 'rejected' and merged_into is null))
    ) as piece order by part.item_id, time, kind desc, tracker_id, record_hash, id`.execute(
    database,
  );
  const byItem = Map.groupBy(rows, (row) => row.item_id);
  return new Map(
    [...byItem].map(([itemId, all]) => [
      itemId,
      {
        pieces: all.flatMap(toEvidence),
        freshSince: all.find(({ fresh }) => fresh)?.time ?? null,
      },
    ]),
  );
}

interface EvidenceRow {
  readonly item_id: number;
  readonly kind: Evidence["kind"];
  readonly time: Date;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly place: string | null;
  readonly tracker_id: number | null;
  readonly id: string | null;
  readonly condition: Tables["sighting"]["condition"] | null;
  readonly surroundings: Tables["sighting"]["surroundings"] | null;
  readonly put_back: Tables["sighting"]["put_back"] | null;
  readonly network: boolean | null;
  readonly fresh: boolean;
}

function toEvidence(row: EvidenceRow): readonly Evidence[] {
  const { kind, time, longitude, latitude } = row;
  const position =
    longitude === null || latitude === null ? null : ([longitude, latitude] as const);
  if (kind === "sighting") {
    const { id, condition, surroundings, put_back: putBack } = row;
    if (!id || !condition || !surroundings || !putBack) return [];
    return [{ kind, time, position, id, condition, surroundings, putBack }];
  }
  if (!position) return [];
  if (kind === "release") return [{ kind, time, position, place: row.place ?? "" }];
  return [{ kind, time, position, trackerId: row.tracker_id ?? 0, network: row.network ?? false }];
}
