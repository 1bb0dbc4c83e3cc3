import { coarseLevel, TILE_KEY_LEVEL, tileRange } from "@zpr/model";
import type { FixPoint, SightingPoint, TileCell, TileQuery, TileStore, View } from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import { countedFixes } from "../cells/fix-cells.ts";
import { keptLevel } from "../cells/fix-tiers.ts";
import { type StudyWindow, studyWindows } from "../cells/study-windows.ts";
import type { Database } from "../database.ts";
import { fixId } from "../fix-id.ts";
import { coarseMetres, coarsestMetres, reachOfTile, shownPlace } from "./coarse.ts";
import { countUpTo } from "./counting.ts";
import { deployedItems } from "./deployed-items.ts";
import { isDuring } from "./narrowing.ts";
import { isMember, isPublic, isReadable, isRough, isSeen, visibleSpans } from "./visibility.ts";

/** Map tiles out of PostgreSQL: a tile is one run of tile keys, summed up ahead where there are many. */
export function postgresTileStore(database: Database): TileStore {
  return {
    async fixes(query) {
      const windows = await studyWindows(database, query.view, query);
      const level = keptLevel(query.cellLevel);
      const cells = await fixCells(database, query, { windows, level: level ?? FINEST_LEVEL });
      const coarsest = Math.max(0, ...windows.map(({ coarseMetres: metres }) => metres));
      const count = cells.reduce((sum, cell) => sum + cell.count, 0);
      if (count === 0) return { kind: "points", points: [] };
      if (count <= query.maxPoints)
        return { kind: "points", points: await fixPoints(database, fixesIn(query, coarsest)) };
      if (level !== undefined)
        return { kind: "cells", cells, cellLevel: Math.min(level, query.cellLevel) };
      return {
        kind: "cells",
        cells: await freshCells(database, fixesIn(query, coarsest), query.cellLevel),
        cellLevel: query.cellLevel,
      };
    },

    async sightings(query) {
      const coarsest = await coarsestMetres(database, query.view);
      const rows = sightingsIn(query, coarsest);
      const count = await countUpTo(database, sql`select 1 ${rows}`, query.maxPoints);
      if (count !== undefined)
        return {
          kind: "points",
          points: count ? await sightingPoints(database, rows, query.view) : [],
        };
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
  const coarser = sql.lit(2 * Math.max(0, level - query.cellLevel));
  const parts = windows.map((window) => countedIn(query, { window, level }));
  if (parts.length === 0) return [];
  const { rows } = await sql<TileCell>`
    select key >> ${coarser} as key, kind & 1 = 1 as flagged, kind & 2 = 2 as network,
      sum(count)::int as count, max(newest) as newest
    from (${sql.join(parts, sql` union all `)}) counted
    group by 1, 2, 3 having sum(count) > 0 order by 1, 2, 3`.execute(database);
  return rows;
}

/** Counts of one window's cells in a tile, each where its reader is told that it is. */
function countedIn(
  query: TileQuery,
  { window, level }: { readonly window: StudyWindow; readonly level: number },
): RawBuilder<unknown> {
  const { coarseMetres: metres } = window;
  const counted = countedFixes({ ranges: [reachOfTile(query, metres)], level }, [window]);
  const rows = sql`select key, kind, count, newest from (${counted}) counted (key, since, kind, count, newest)`;
  const finer = metres === 0 ? 0 : 2 * (level - coarseLevel(metres));
  if (finer <= 0) return rows;
  const [first, last] = tileRange(query.z, query.x, query.y);
  const shift = sql.lit(2 * (TILE_KEY_LEVEL - level));
  return sql`
    select * from (
      select (key >> ${sql.lit(finer)} << ${sql.lit(finer)}) + (3::bigint << ${sql.lit(finer - 2)}) as key,
        kind, count, newest
      from (${rows}) exact) coarse
    where key between ${first}::bigint >> ${shift} and ${last}::bigint >> ${shift}`;
}

/** Cells of fixes as they stand, for looks closer than counts are kept for. */
async function freshCells(
  database: Database,
  source: RawBuilder<unknown>,
  cellLevel: number,
): Promise<readonly TileCell[]> {
  const { rows } = await sql<TileCell>`
    select shown_key >> ${sql.lit(2 * (TILE_KEY_LEVEL - cellLevel))} as key,
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
    select shown_key >> ${sql.lit(2 * (TILE_KEY_LEVEL - cellLevel))} as key, false as flagged,
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
    select f.tracker_id, f.time, f.record_hash, shown_key as tile_key, not (${isPublic("f")}) as flagged,
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
  { studies }: View,
): Promise<readonly SightingPoint[]> {
  const { rows } = await sql<SightingPoint>`
    select case when ${isMember(studies, "s.id")} then g.id else g.public_id end as id,
      shown_key as "tileKey", g.seen_at as time, g.condition, i.code as "itemCode"
    ${source} order by g.public_id`.execute(database);
  return rows;
}

function fixesIn(query: TileQuery, coarsest: number): RawBuilder<unknown> {
  const { view, during } = query;
  const filter = query.studyId === undefined ? {} : { studyId: query.studyId };
  const { tileKey } = shownPlace("f", sql`span.coarse_metres`, coarsest);
  return sql`
    from (${visibleSpans(view, filter)}) span
      join fix f on f.tracker_id = span.tracker_id and f.time >= span.since and f.time < span.until
      cross join lateral (select ${tileKey} as shown_key) shown
    where (span.member or ${isPublic("f")}) and ${isShownOn("f", query, coarsest)}
      and ${isDuring("f.time", during)}`;
}

function sightingsIn(query: TileQuery, coarsest: number): RawBuilder<unknown> {
  const study = query.studyId === undefined ? sql`true` : sql`s.id = ${query.studyId}::int`;
  const { tileKey } = shownPlace("g", coarseMetres(query.view), coarsest);
  return sql`
    from sighting g join item i on i.id = g.item_id join study s on s.id = i.study_id
      cross join lateral (select ${tileKey} as shown_key) shown
    where ${isReadable(query.view)} and ${isSeen(query.view)} and ${study}
      and ${isShownOn("g", query, coarsest)}
      and ${isDuring("g.seen_at", query.during)}`;
}

/** By the index first, then by where the reader is told that it is. */
function isShownOn(table: string, query: TileQuery, coarsest: number): RawBuilder<boolean> {
  const [from, to] = reachOfTile(query, coarsest);
  const near = sql<boolean>`${sql.ref(`${table}.tile_key`)} between ${from}::bigint and ${to}::bigint`;
  if (coarsest === 0) return near;
  const [first, last] = tileRange(query.z, query.x, query.y);
  return sql`${near} and shown_key between ${first}::bigint and ${last}::bigint`;
}
