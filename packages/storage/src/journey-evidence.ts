import { BLOCKING_FLAGS, type Evidence } from "@zpr/model";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** The part of an item's evidence that is asked for; null leaves an end open. */
interface EvidencePart {
  /** Later than this. */
  readonly after: Date | null;
  /** Fixes before this. */
  readonly fixesBefore: Date | null;
}

/** An item's release, good fixes inside deployments, and sightings, in time order. */
export async function readEvidence(
  database: Database,
  itemId: number,
  { after, fixesBefore }: EvidencePart,
): Promise<readonly Evidence[]> {
  const from = after ?? "-infinity";
  const { rows } = await sql<EvidenceRow>`
    select 'release' as kind, released_at as time, longitude, latitude, place,
      null::int as tracker_id, null::uuid as id, null as condition, null as surroundings, null as put_back
    from item join release on release.id = release_id
    where item.id = ${itemId} and released_at > ${from}
    union all
    select 'fix', fix.time, longitude, latitude, null, fix.tracker_id, null, null, null, null
    from deployment join fix on fix.tracker_id = deployment.tracker_id
      and fix.time >= started_at and fix.time <= coalesce(ended_at, 'infinity')
    where item_id = ${itemId} and flags & ${BLOCKING_FLAGS}::int = 0
      and fix.time > ${from} and fix.time < ${fixesBefore ?? "infinity"}
    union all
    select 'sighting', seen_at, longitude, latitude, null, null, id, condition, surroundings, put_back
    from sighting where item_id = ${itemId} and seen_at > ${from}
    order by time, kind desc, tracker_id, id`.execute(database);
  return rows.flatMap(toEvidence);
}

interface EvidenceRow {
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
  return [{ kind, time, position, trackerId: row.tracker_id ?? 0 }];
}
