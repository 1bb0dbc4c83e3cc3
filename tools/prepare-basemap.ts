/**
 * Makes the bundled base map, apps/web/public/basemap/{near,far}.geojson: land and rivers of
 * GSHHG 2.3.7 (P. Wessel and W. H. F. Smith, J. Geophys. Res. 1996; LGPL-3.0-or-later).
 * "far" is Europe for a first look, "near" the southern North Sea and the western Baltic.
 * Where tools/prepare-river.ts has drawn the tidal Scheldt, GSHHG's own line of it is left out.
 *
 * Needs Debian's packages gmt and gmt-gshhg-full; mapshaper is fetched from the npm registry by npx.
 * Run: node tools/prepare-basemap.ts
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Coverage, coastLines, onLand, type Place } from "./basemap/gmt.ts";
import { seams } from "./basemap/seams.ts";
import { withoutRunBeside } from "./basemap/without-run-beside.ts";
import { toPlane } from "./river/plane.ts";

interface Part extends Omit<Coverage, "folder"> {
  readonly name: string;
  /** Smaller islands and lakes are left out, km². */
  readonly smallestArea: number;
  /** Points closer together than this are thinned out, metres. */
  readonly simplify: number;
  readonly decimals: number;
  readonly rivers: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    name: "far",
    region: [-12, 34, 34, 67],
    resolution: "i",
    smallestArea: 60,
    simplify: 1600,
    decimals: 3,
    rivers: ["1", "2"],
  },
  {
    name: "near",
    region: [1.4, 12.8, 50.6, 55.2],
    resolution: "f",
    smallestArea: 0.6,
    simplify: 110,
    decimals: 4,
    rivers: ["1", "2", "3"],
  },
];
const BASEMAP = new URL("../apps/web/public/basemap/", import.meta.url);
const CREDIT = "GSHHG 2.3.7, P. Wessel and W. H. F. Smith, J. Geophys. Res. 1996";
const LICENCE = "LGPL-3.0-or-later";

const folder = mkdtempSync(join(tmpdir(), "zpr-basemap-"));
try {
  for (const part of PARTS) make(part);
} finally {
  rmSync(folder, { recursive: true });
}

function make(part: Part): void {
  const features = [...landOf(part), ...riversOf(part)].map((each) => rounded(each, part.decimals));
  writeFileSync(
    new URL(`${part.name}.geojson`, BASEMAP),
    JSON.stringify({
      type: "FeatureCollection",
      properties: { credit: CREDIT, licence: LICENCE },
      features,
    }),
  );
}

/** Land, and where the region cuts through it. */
function landOf(part: Part): Feature[] {
  const [west, east, south, north] = part.region;
  const [southWest, northEast]: [Place, Place] = [
    [west, south],
    [east, north],
  ];
  const frame = [southWest, [east, south], northEast, [west, north], southWest];
  const shores = coastLines({ ...part, folder }, ["-W", `-A${part.smallestArea}`]);
  const faces = mapshaper(
    [...shores, frame].map((coordinates) => feature({ type: "LineString", coordinates }, {})),
    ["-snap", "interval=0.0002", "-polygons", "-each", "x=this.innerX, y=this.innerY"],
  );
  const insides = faces.map(({ properties: { x, y } }): Place => [Number(x), Number(y)]);
  const land = onLand({ ...part, folder }, insides);
  const polygons = mapshaper(
    faces.filter((_, index) => land.has(index)),
    ["-dissolve", "-simplify", "weighted", `interval=${part.simplify}`, "keep-shapes", "-clean"],
  );
  return polygons.flatMap(({ geometry }) => [
    feature(geometry, { kind: "land" }),
    feature(
      { type: "MultiLineString", coordinates: seams(ringsOf(geometry), part.region) },
      { kind: "seam" },
    ),
  ]);
}

function ringsOf({ type, coordinates }: Feature["geometry"]): readonly (readonly Place[])[] {
  if (type === "MultiPolygon") return (coordinates as Place[][][]).flat();
  return coordinates as Place[][];
}

function riversOf(part: Part): Feature[] {
  const scheldt = scheldtLine().map(toPlane);
  const lines = part.rivers.flatMap((level) =>
    coastLines({ ...part, folder }, [`-I${level}`])
      .flatMap((line) => withoutRunBeside(line, scheldt))
      .map((coordinates) => feature({ type: "LineString", coordinates }, { level: Number(level) })),
  );
  return mapshaper(lines, [
    "-dissolve",
    "level",
    "-simplify",
    "weighted",
    `interval=${part.simplify}`,
  ]).map(({ geometry, properties }) =>
    feature(geometry, { kind: "river", level: properties["level"] }),
  );
}

function scheldtLine(): Place[] {
  const { features }: { features: readonly Feature[] } = JSON.parse(
    readFileSync(new URL("scheldt-river.geojson", BASEMAP), "utf8"),
  );
  const line = features.find(({ geometry }) => geometry.type === "LineString");
  if (!line) throw new Error("scheldt-river.geojson has no centre line");
  return line.geometry.coordinates as Place[];
}

interface Feature {
  readonly type: "Feature";
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, unknown>>;
}

function feature(geometry: Feature["geometry"], properties: Feature["properties"]): Feature {
  return { type: "Feature", geometry, properties };
}

function mapshaper(features: readonly Feature[], commands: readonly string[]): Feature[] {
  const [input, output] = [join(folder, "in.json"), join(folder, "out.json")];
  writeFileSync(input, JSON.stringify({ type: "FeatureCollection", features }));
  const options = ["-o", output, "format=geojson"];
  execFileSync("npx", ["--yes", "mapshaper@0.7.70", input, ...commands, ...options], {
    stdio: "inherit",
  });
  const { features: made, geometries } = JSON.parse(readFileSync(output, "utf8"));
  return made ?? geometries.map((geometry: Feature["geometry"]) => feature(geometry, {}));
}

/** Four decimals are 11 m, three 110 m: less than the data know. */
function rounded({ geometry, ...rest }: Feature, decimals: number): Feature {
  const round = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(round);
    return typeof value === "number" ? Number(value.toFixed(decimals)) : value;
  };
  return { ...rest, geometry: { ...geometry, coordinates: round(geometry.coordinates) } };
}
