import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type pg from "pg";
import { postgisTile } from "./postgis.ts";

const SAMPLE = 5000;
const ZOOMS = [4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16];

/** How a zoom did: milliseconds at a share of its tiles. */
export interface ZoomReport {
  readonly z: number;
  readonly tiles: number;
  readonly cold: Quantiles;
  readonly kept: Quantiles;
  readonly postgis: Quantiles | undefined;
  /** Gzipped, the median and the largest. */
  readonly bytes: Quantiles;
}

interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}

interface Asked {
  readonly client: pg.Client;
  readonly tilesUrl: string;
  readonly key: string;
  readonly hasPostgis: boolean;
  readonly tilesPerZoom: number;
  readonly query: string;
}

/** Asks for tiles where fixes are, zoom by zoom: first, again while the server keeps it, and by PostGIS. */
export async function measureTiles(asked: Asked): Promise<readonly ZoomReport[]> {
  const reports: ZoomReport[] = [];
  for (const z of ZOOMS) {
    const places = await placesWithFixes(asked.client, z, asked.tilesPerZoom);
    const tiles: Awaited<ReturnType<typeof measureTile>>[] = [];
    for (const place of places) tiles.push(await measureTile(asked, place));
    const of = (pick: (tile: (typeof tiles)[number]) => number) => quantiles(tiles.map(pick));
    reports.push({
      z,
      tiles: tiles.length,
      cold: of(({ cold }) => cold),
      kept: of(({ kept }) => kept),
      postgis: asked.hasPostgis ? of(({ postgis }) => postgis) : undefined,
      bytes: of(({ bytes }) => bytes),
    });
  }
  return reports;
}

type Place = readonly [z: number, x: number, y: number];

/** Tiles of fixes picked by chance, so busy tiles are likelier, as readers look where there is something. */
async function placesWithFixes(
  client: pg.Client,
  z: number,
  most: number,
): Promise<readonly Place[]> {
  const counted = await client.query<{ fixes: number }>(
    "select sum(count)::float8 as fixes from fix_cell where tier = 1",
  );
  const share = Math.min(100, (100 * SAMPLE) / (counted.rows[0]?.fixes ?? SAMPLE));
  const { rows } = await client.query<{ longitude: number; latitude: number }>(
    `select longitude, latitude from fix tablesample system (${share}) repeatable (7) `,
  );
  const side = 2 ** z;
  const places = new Map<string, Place>();
  for (let at = 0; at < rows.length && places.size < most; at++) {
    const { longitude = 0, latitude = 0 } = rows[(at * 1009) % rows.length] ?? {};
    const x = Math.floor(((longitude + 180) / 360) * side);
    const sine = Math.sin((latitude * Math.PI) / 180);
    const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
    places.set(`${x}/${y}`, [z, x, y]);
  }
  return [...places.values()];
}

async function measureTile({ client, tilesUrl, key, hasPostgis, query }: Asked, place: Place) {
  const url = `${tilesUrl}/fixes/${place.join("/")}.mvt${query}`;
  const first = await fetchTile(url, key);
  const again = await fetchTile(url, key);
  const layer = new VectorTile(new PbfReader(first.body)).layers["fixes"];
  const asCells = layer !== undefined && layer.feature(0).properties["id"] === undefined;
  const postgis = hasPostgis ? await postgisTile(client, place, asCells) : undefined;
  return {
    cold: first.milliseconds,
    kept: again.milliseconds,
    postgis: postgis?.milliseconds ?? Number.NaN,
    bytes: first.bytes,
  };
}

async function fetchTile(url: string, key: string) {
  const began = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  const body = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = Number(response.headers.get("content-length") ?? body.length);
  return { milliseconds: performance.now() - began, body, bytes };
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
