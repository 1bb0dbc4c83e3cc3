import { type BoundingBox, TILE_KEY_LEVEL, tileCellBounds } from "@zpr/model";
import type { FeatureExtent } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { isPublic } from "./visibility.ts";

/** Cells of 10 km at the equator: few enough to step through, small enough for an extent. */
const LEVEL = 12;
const SHIFT = sql.lit(2 * (TILE_KEY_LEVEL - LEVEL));

/**
 * A box around the unflagged fixes in some spans, without reading them: the walk jumps through the
 * index from one occupied cell to the next, and each cell needs one visible fix. (Not `exists`: the
 * planner would make it one join with all fixes.)
 */
export async function fixExtent(
  database: Database,
  spans: RawBuilder<unknown>,
): Promise<FeatureExtent | null> {
  const { rows: cells } = await sql<{ cell: number }>`
    with recursive span as materialized (${spans}), walk(cell) as (
      (select tile_key >> ${SHIFT} from fix where tile_key is not null order by tile_key limit 1)
      union all
      select (select f.tile_key >> ${SHIFT} from fix f
        where f.tile_key >= (walk.cell + 1) << ${SHIFT} order by f.tile_key limit 1)
      from walk where walk.cell is not null
    )
    select cell from walk where cell is not null and (
      select true from fix f
      where f.tile_key between cell << ${SHIFT} and ((cell + 1) << ${SHIFT}) - 1
        and ${isPublic("f")}
        and exists (select 1 from span where span.tracker_id = f.tracker_id
          and f.time >= span.since and f.time < span.until)
      limit 1)`.execute(database);
  const start = await earliest(database, spans);
  if (cells.length === 0 || !start) return null;
  return { bbox: around(cells.map(({ cell }) => tileCellBounds(cell, LEVEL))), start };
}

async function earliest(database: Database, spans: RawBuilder<unknown>): Promise<Date | null> {
  // A scalar subquery, because only there a tracker's partitions are merged by their index.
  const { rows } = await sql<{ start: Date | null }>`
    select min((
      select f.time from fix f
      where f.tracker_id = span.tracker_id and f.time >= span.since and f.time < span.until
        and f.tile_key is not null and ${isPublic("f")}
      order by f.time limit 1)) as start
    from (${spans}) span`.execute(database);
  return rows[0]?.start ?? null;
}

function around(boxes: readonly BoundingBox[]): BoundingBox {
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
