import { TILE_KEY_LEVEL, tileRange } from "@zpr/model";
import type { FixPoint, SightingPoint, TileCell, TileQuery, TileStore } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import { countedFixes } from "../cells/fix-cells.ts";
import { keptLevel } from "../cells/fix-tiers.ts";
import { type StudyWindow, studyWindows } from "../cells/study-windows.ts";
import type { Database } from "../database.ts";
import { fixId } from "../fix-id.ts";
import { countUpTo } from "./counting.ts";
import { deployedItems } from "./deployed-items.ts";
import { isDuring } from "./narrowing.ts";
import { isPublic, isReadable, isRough, isSeen, visibleSpans } from "./visibility.ts";

/** Map tiles out of PostgreSQL: a tile is one run of tile keys, summed up ahead where there are many. */
export function postgresTileStore(database: Database): TileStore {
  return {
    async fixes(query) {
      const windows = await studyWindows(database, query.view, query);
      const level = keptLevel(query.cellLevel);
      const cells = await fixCells(database, query, { windows, level: level ?? FINEST_LEVEL });
      const count = cells.reduce((sum, cell) => sum + cell.count, 0);
      if (count === 0) return { kind: "points", points: [] };
      if (count <= query.maxPoints)
        return { kind: "points", points: await fixPoints(database, fixesIn(query)) };
      if (level !== undefined)
        return { kind: "cells", cells, cellLevel: Math.min(level, query.cellLevel) };
      return {
        kind: "cells",
        cells: await freshCells(database, fixesIn(query), query.cellLevel),
        cellLevel: query.cellLevel,
      };
    },

    async sightings(query) {
      const rows = sightingsIn(query);
      const count = await countUpTo(database, sql`select 1 ${rows}`, query.maxPoints);
      if (count !== undefined)
        return { kind: "points", points: count ? await sightingPoints(database, rows) : [] };
      const { cellLevel } = query;
      return { kind: "cells", cells: await sightingCells(database, rows, cellLevel), cellLevel };
    },
  };
}

/** Where no level is fine enough for cells, the finest still counts. */
const FINEST_LEVEL = 20;

/** Cells of kept counts, at the level wanted or as fine as they are. */
async function fixCells(
  database: Database,
  query: TileQuery,
  { windows, level }: { readonly windows: readonly StudyWindow[]; readonly level: number },
): Promise<readonly TileCell[]> {
  const ranges = [tileRange(query.z, query.x, query.y)];
  const coarser = sql.lit(2 * Math.max(0, level - query.cellLevel));
  const { rows } = await sql<TileCell>`
    select key >> ${coarser} as key, kind & 1 = 1 as flagged, kind & 2 = 2 as network,
      sum(count)::int as count, max(newest) as newest
    from (${countedFixes({ ranges, level }, windows)}) counted (key, since, kind, count, newest)
    group by 1, 2, 3 having sum(count) > 0 order by 1, 2, 3`.execute(database);
  return rows;
}

/** Cells of fixes as they stand, for looks closer than counts are kept for. */
async function freshCells(
  database: Database,
  source: RawBuilder<unknown>,
  cellLevel: number,
): Promise<readonly TileCell[]> {
  const { rows } = await sql<TileCell>`
    select f.tile_key >> ${sql.lit(2 * (TILE_KEY_LEVEL - cellLevel))} as key,
      not (${isPublic("f")}) as flagged, ${isRough("f")} as network, count(*) as count,
      max(f.time) as newest
    ${source} group by 1, 2, 3 order by 1, 2, 3`.execute(database);
  return rows;
}

async function sightingCells(
  database: Database,
  source: RawBuilder<unknown>,
  cellLevel: number,
): Promise<readonly TileCell[]> {
  const { rows } = await sql<TileCell>`
    select g.tile_key >> ${sql.lit(2 * (TILE_KEY_LEVEL - cellLevel))} as key, false as flagged,
      false as network, count(*) as count, max(g.seen_at) as newest
    ${source} group by 1 order by 1`.execute(database);
  return rows;
}

interface FixPointRow {
  readonly tracker_id: number;
  readonly time: Date;
  readonly record_hash: number;
  readonly tile_key: number;
  readonly flagged: boolean;
  readonly network: boolean;
}

async function fixPoints(
  database: Database,
  source: RawBuilder<unknown>,
): Promise<readonly FixPoint[]> {
  const { rows } = await sql<FixPointRow>`
    select f.tracker_id, f.time, f.record_hash, f.tile_key, not (${isPublic("f")}) as flagged,
      ${isRough("f")} as network
    ${source} order by f.tracker_id, f.time, f.record_hash`.execute(database);
  const itemAt = await deployedItems(
    database,
    rows.map((row) => row.tracker_id),
  );
  return rows.map((row) => ({
    id: fixId({ trackerId: row.tracker_id, time: row.time, recordHash: row.record_hash }),
    tileKey: row.tile_key,
    trackerId: row.tracker_id,
    time: row.time,
    flagged: row.flagged,
    network: row.network,
    itemCode: itemAt(row.tracker_id, row.time),
  }));
}

async function sightingPoints(
  database: Database,
  source: RawBuilder<unknown>,
): Promise<readonly SightingPoint[]> {
  const { rows } = await sql<SightingPoint>`
    select g.id, g.tile_key as "tileKey", g.seen_at as time, g.condition, i.code as "itemCode"
    ${source} order by g.id`.execute(database);
  return rows;
}

function fixesIn(query: TileQuery): RawBuilder<unknown> {
  const { view, during } = query;
  const filter = query.studyId === undefined ? {} : { studyId: query.studyId };
  return sql`
    from (${visibleSpans(view, filter)}) span
      join fix f on f.tracker_id = span.tracker_id and f.time >= span.since and f.time < span.until
    where (span.member or ${isPublic("f")}) and f.tile_key between ${keysOf(query)}
      and ${isDuring("f.time", during)}`;
}

function sightingsIn(query: TileQuery): RawBuilder<unknown> {
  const study = query.studyId === undefined ? sql`true` : sql`s.id = ${query.studyId}::int`;
  return sql`
    from sighting g join item i on i.id = g.item_id join study s on s.id = i.study_id
    where ${isReadable(query.view)} and ${isSeen(query.view)} and ${study} and g.tile_key between ${keysOf(query)}
      and ${isDuring("g.seen_at", query.during)}`;
}

function keysOf({ z, x, y }: TileQuery): RawBuilder<unknown> {
  const [first, last] = tileRange(z, x, y);
  return sql`${first}::bigint and ${last}::bigint`;
}
