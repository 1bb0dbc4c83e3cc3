import type pg from "pg";

/** The same fixes in a table as PostGIS users make it: a point in Web Mercator with a GiST index. */
export async function fillPostgis(client: pg.Client): Promise<void> {
  await client.query("create extension postgis");
  await client.query(
    "create table plain (id bigint, tracker integer, time timestamptz, geom geometry(Point, 3857))",
  );
  await client.query(`
    insert into plain select record_hash, tracker_id, time,
      ST_Transform(ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), 3857) from fix`);
  await client.query("create index on plain using gist (geom)");
  await client.query("vacuum analyze plain");
}

const POINTS = `
  select ST_AsMVT(tile, 'fixes', 4096, 'geom') as tile from (
    select id, tracker, extract(epoch from time)::int as time,
      ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 0, true) as geom
    from plain where geom && ST_TileEnvelope($1, $2, $3)) tile`;

/** A grid of 64 by 64, as ours. */
const CELLS = `
  select ST_AsMVT(tile, 'fixes', 4096, 'geom') as tile from (
    select count, time, ST_AsMVTGeom(place, ST_TileEnvelope($1, $2, $3), 4096, 0, true) as geom
    from (
      select ST_SnapToGrid(geom, 40075016.6856 / 2 ^ ($1 + 6)) as place, count(*) as count,
        max(extract(epoch from time)::int) as time
      from plain where geom && ST_TileEnvelope($1, $2, $3) group by 1) cell) tile`;

/** Milliseconds and bytes of a tile by `ST_AsMVT`; as cells where ours has cells, so that both say the same. */
export async function postgisTile(
  client: pg.Client,
  place: readonly [z: number, x: number, y: number],
  asCells: boolean,
) {
  const began = performance.now();
  const { rows } = await client.query<{ tile: Buffer }>(asCells ? CELLS : POINTS, [...place]);
  return { milliseconds: performance.now() - began, bytes: rows[0]?.tile.length ?? 0 };
}
