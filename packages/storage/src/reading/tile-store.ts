import { TILE_KEY_LEVEL, tileRange } from "@zpr/model";
import type {
  FixPoint,
  SightingPoint,
  TileCell,
  TileContent,
  TileQuery,
  TileStore,
} from "@zpr/ports";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";
import { fixId } from "../fix-id.ts";
import { countUpTo } from "./counting.ts";
import { deployedItems } from "./deployed-items.ts";
import { isDuring } from "./narrowing.ts";
import { isReadable, isRough, isSeen, isUnflagged, visibleSpans } from "./visibility.ts";

/** Map tiles out of PostgreSQL: a tile is one run of the index on tile keys. */
export function postgresTileStore(database: Database): TileStore {
  return {
    fixes(query) {
      const source = { rows: fixesIn(query), table: "f", time: "f.time" };
      return tile(database, query, { ...source, points: () => fixPoints(database, source.rows) });
    },

    sightings(query) {
      const source = { rows: sightingsIn(query), table: "g", time: "g.seen_at" };
      return tile(database, query, {
        ...source,
        points: () => sightingPoints(database, source.rows),
      });
    },
  };
}

interface TileSource<Point> {
  readonly rows: RawBuilder<unknown>;
  readonly table: string;
  readonly time: string;
  points(): Promise<readonly Point[]>;
}

async function tile<Point>(
  database: Database,
  { maxPoints, cellLevel }: TileQuery,
  source: TileSource<Point>,
): Promise<TileContent<Point>> {
  const count = await countUpTo(database, sql`select 1 ${source.rows}`, maxPoints);
  if (count !== undefined) return { kind: "points", points: count ? await source.points() : [] };
  const key = sql.ref(`${source.table}.tile_key`);
  const isFix = source.table === "f";
  const flagged = isFix ? sql`not (${isUnflagged("f")})` : sql`false`;
  const network = isFix ? isRough("f") : sql`false`;
  const { rows } = await sql<TileCell>`
    select ${key} >> ${sql.lit(2 * (TILE_KEY_LEVEL - cellLevel))} as key, ${flagged} as flagged,
      ${network} as network, count(*) as count, max(${sql.ref(source.time)}) as newest
    ${source.rows} group by 1, 2, 3 order by 1, 2, 3`.execute(database);
  return { kind: "cells", cells: rows };
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
    select f.tracker_id, f.time, f.record_hash, f.tile_key, not (${isUnflagged("f")}) as flagged,
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
    where (span.member or ${isUnflagged("f")}) and f.tile_key between ${keysOf(query)}
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
