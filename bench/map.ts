/**
 * The lab's map over many fixes: tiles by zoom, first and again, beside plain PostGIS (`ST_AsMVT`) on
 * the same rows in the same run where Debian's PostgreSQL 15 has it; then the page in headless
 * Chromium: the first picture, and frames while it is dragged and played. Needs `npm run web` before.
 *
 *   npm run bench:map -- [--fixes 10000000] [--trackers 1000] [--tiles 20]
 *
 * `--only tiles`, `tracks`, `page` or `layers` measures that alone; `layers` says what each kind on the map
 * costs, and is left out of the whole. `--keep FOLDER` leaves the loaded database there, and the next
 * run with that folder loads nothing.
 */
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect, migrate } from "@zpr/storage";
import pg from "pg";
import { measureBrowser } from "./map/browser.ts";
import { startDatabaseServer } from "./map/database-server.ts";
import { measureLayers } from "./map/layers.ts";
import { loadFixes } from "./map/load-fixes.ts";
import { startMapServer } from "./map/map-server.ts";
import { framesText, pictureText } from "./map/page.ts";
import { fillPostgis } from "./map/postgis.ts";
import { measureTiles, type ZoomReport } from "./map/tiles.ts";
import { measureTracks } from "./map/tracks.ts";

const { values: asked } = parseArgs({
  options: {
    fixes: { type: "string", default: "10000000" },
    trackers: { type: "string", default: "1000" },
    tiles: { type: "string", default: "20" },
    only: { type: "string" },
    keep: { type: "string" },
  },
});
const WEEK = 7 * 24 * 3_600_000;
const load = {
  fixes: Number(asked.fixes),
  trackers: Number(asked.trackers),
  until: Math.floor(Date.now() / 3_600_000) * 3_600_000,
};

const folder = asked.keep ? resolve(asked.keep) : await mkdtemp(join(tmpdir(), "zpr-map-"));
await mkdir(folder, { recursive: true });
await chmod(folder, 0o755);
const databaseServer = await startDatabaseServer(folder);
const client = new pg.Client({ connectionString: databaseServer.url });
try {
  if (!databaseServer.hasPostgis)
    console.log("without PostGIS: Debian's postgresql-15-postgis-3 is not installed");
  const database = connect({ url: databaseServer.url });
  await migrate(database);
  await database.destroy();
  await client.connect();
  await measure();
} finally {
  await client.end();
  await databaseServer.stop();
  if (!asked.keep) await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const server = await startMapServer(folder, databaseServer.url);
  try {
    if (!(await isLoaded())) await fill();
    if (isAsked("tiles")) await measureAllTiles(server);
    if (isAsked("tracks")) await measureTracks({ ...server, until: load.until });
    if (isAsked("page")) await measurePage(server);
    if (asked.only === "layers") await measureLayers(server.url, server.key);
  } finally {
    await server.stop();
  }
}

function isAsked(part: string): boolean {
  return asked.only === undefined || asked.only === part;
}

async function isLoaded(): Promise<boolean> {
  const { rows } = await client.query("select 1 from study limit 1");
  return rows.length > 0;
}

async function fill(): Promise<void> {
  await timed("loaded by COPY", () => loadFixes(client, load, progress));
  await timed("counted by cell", countedAll);
  await client.query("vacuum analyze");
  if (databaseServer.hasPostgis) await timed("PostGIS table made", () => fillPostgis(client));
}

async function measureAllTiles({ url, key }: { readonly url: string; readonly key: string }) {
  const common = { client, tilesUrl: `${url}/tiles`, key };
  const { hasPostgis } = databaseServer;
  const tilesPerZoom = Number(asked.tiles);
  print("all of time", await measureTiles({ ...common, hasPostgis, tilesPerZoom, query: "" }));
  const from = new Date(load.until - 9 * WEEK).toISOString();
  const to = new Date(load.until - 3 * WEEK).toISOString();
  const query = `?from=${from}&to=${to}`;
  print("six weeks", await measureTiles({ ...common, hasPostgis: false, tilesPerZoom, query }));
  await sizes();
}

async function measurePage({ url, key }: { readonly url: string; readonly key: string }) {
  for (const kinds of [
    ["track", "fix", "density"],
    ["track", "fix"],
  ]) {
    console.log(`\nthe lab's map in a browser, with ${kinds.join(", ")}:`);
    const { picture, dragging, zooming, playing } = await measureBrowser(url, key, kinds);
    console.log(`first picture: ${pictureText(picture)}`);
    console.log(`dragging: ${framesText(dragging)}`);
    console.log(`zooming: ${framesText(zooming)}`);
    console.log(`playing: ${framesText(playing)}`);
  }
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(0)}`);
}

async function countedAll(): Promise<void> {
  for (;;) {
    const { rows } = await client.query("select 1 from fix_cell_change limit 1");
    if (rows.length === 0) return;
    await pause(500);
  }
}

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function progress(fixes: number): void {
  if (fixes % 1_000_000 === 0) console.log(`  ${fixes / 1e6} million fixes`);
}

function print(name: string, reports: readonly ZoomReport[]): void {
  console.log(
    `\n${name}: milliseconds p50 / p95; kB gzipped p50 / p95; load ${loadavg()[0]?.toFixed(0)}`,
  );
  console.log("zoom  tiles  first            again          PostGIS             kB");
  for (const { z, tiles, cold, kept, postgis, bytes } of reports) {
    const pair = (one: { readonly p50: number; readonly p95: number } | undefined, digits = 0) =>
      one ? `${one.p50.toFixed(digits)} / ${one.p95.toFixed(digits)}` : "-";
    const kilobytes = { p50: bytes.p50 / 1000, p95: bytes.p95 / 1000 };
    console.log(
      `${String(z).padEnd(6)}${String(tiles).padEnd(7)}${pair(cold).padEnd(17)}${pair(kept, 1).padEnd(15)}${pair(postgis).padEnd(20)}${pair(kilobytes)}`,
    );
  }
}

async function sizes(): Promise<void> {
  const { rows } = await client.query<{ counts: number; fixes: number; cells: number }>(`
    select (select count(*)::int from fix_cell) as counts,
      (select sum(pg_total_relation_size(relid))::float8 from pg_partition_tree('fix')) as fixes,
      pg_total_relation_size('fix_cell')::float8 as cells`);
  const { counts = 0, fixes = 0, cells = 0 } = rows[0] ?? {};
  console.log(
    `\n${counts} counts; fixes ${(fixes / 1e6).toFixed(0)} MB, counts ${(cells / 1e6).toFixed(0)} MB`,
  );
}
