import { sql } from "kysely";
import type { Database } from "../database.ts";

/** The code of the item a tracker was in at an instant; null when in none. */
export type DeployedItem = (trackerId: number, time: Date) => string | null;

interface DeploymentRow {
  readonly tracker_id: number;
  readonly code: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

/** Reads the deployments of some trackers once: thousands of look-ups by row would cost more than the fixes. */
export async function deployedItems(
  database: Database,
  trackerIds: Iterable<number>,
): Promise<DeployedItem> {
  const { rows } = await sql<DeploymentRow>`
    select d.tracker_id, i.code, d.started_at, d.ended_at
    from deployment d join item i on i.id = d.item_id
    where d.tracker_id = any(${[...new Set(trackerIds)]}::int[])
    order by d.started_at desc, d.id desc`.execute(database);
  const latestFirst = Map.groupBy(rows, (row) => row.tracker_id);
  return (trackerId, time) => {
    const latest = latestFirst.get(trackerId)?.find((row) => row.started_at <= time);
    if (!latest || (latest.ended_at && latest.ended_at <= time)) return null;
    return latest.code;
  };
}
