/**
 * Makes the bundled base map, apps/web/public/basemap/{near,far}.geojson: land, rivers and borders of
 * what GSHHG 2.3.7 (P. Wessel and W. H. F. Smith, J. Geophys. Res. 1996; LGPL-3.0-or-later) has.
 * "far" is Europe for a first look, "near" the southern North Sea with its estuaries.
 *
 * Needs Debian's packages gmt and gmt-gshhg-full; mapshaper is fetched from the npm registry by npx.
 * Run: node tools/prepare-basemap.ts
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Part {
  readonly name: string;
  /** west/east/south/north, WGS 84 degrees. */
  readonly region: readonly [number, number, number, number];
  /** GMT's resolution: (f)ull, (h)igh, (i)ntermediate. */
  readonly resolution: "f" | "h" | "i";
  /** Smaller islands and lakes are left out, km². */
  readonly smallestArea: number;
  /** Points closer together than this are thinned out, metres. */
  readonly simplify: number;
  readonly rivers: readonly string[];
}

type Point = readonly [number, number];

const PARTS: readonly Part[] = [
  { name: "far", region: [-12, 34, 34, 67], resolution: "i", smallestArea: 60, simplify: 1200, rivers: ["1", "2"] },
  { name: "near", region: [1.4, 9.2, 50.6, 54], resolution: "f", smallestArea: 0.3, simplify: 60, rivers: ["1", "2", "3"] },
];
const CREDIT = "GSHHG 2.3.7, P. Wessel and W. H. F. Smith, J. Geophys. Res. 1996";
const LICENCE = "LGPL-3.0-or-later";

const folder = mkdtempSync(join(tmpdir(), "zpr-basemap-"));
try {
  for (const part of PARTS) make(part);
} finally {
  rmSync(folder, { recursive: true });
}

function make(part: Part): void {
  const shores = coast(part, ["-W", `-A${part.smallestArea}`]);
  const [west, east, south, north] = part.region;
  const frame: Point[] = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  const faces = mapshaper(
    [...shores, frame].map((coordinates) => feature({ type: "LineString", coordinates }, {})),
    ["-snap", "interval=0.0002", "-polygons", "-each", "id=this.id, x=this.innerX, y=this.innerY"],
  );
  const land = new Set(landPoints(part, faces));
  const polygons = mapshaper(
    faces.filter((face) => land.has(Number(face.properties["id"]))),
    ["-dissolve", "-simplify", "weighted", `interval=${part.simplify}`, "keep-shapes", "-clean"],
  );
  const rivers = mapshaper(
    part.rivers.flatMap((level) =>
      coast(part, [`-I${level}`]).map((coordinates) =>
        feature({ type: "LineString", coordinates }, { level: Number(level) }),
      ),
    ),
    ["-dissolve", "level", "-simplify", "weighted", `interval=${part.simplify}`],
  );
  const features = [
    ...polygons.map(({ geometry }) => feature(geometry, { kind: "land" })),
    ...rivers.map(({ geometry, properties }) => feature(geometry, { kind: "river", level: properties["level"] })),
  ];
  const target = new URL(`../apps/web/public/basemap/${part.name}.geojson`, import.meta.url);
  writeFileSync(
    target,
    JSON.stringify({ type: "FeatureCollection", properties: { credit: CREDIT, licence: LICENCE }, features: features.map(rounded) }),
  );
}

interface Feature {
  readonly type: "Feature";
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, unknown>>;
}

function feature(geometry: Feature["geometry"], properties: Feature["properties"]): Feature {
  return { type: "Feature", geometry, properties };
}

/** Lines of GSHHG, cut where GMT keeps them apart. */
function coast({ region, resolution }: Part, what: readonly string[]): Point[][] {
  // GMT leaves a history file where it runs.
  const text = execFileSync("gmt", ["coast", `-R${region.join("/")}`, `-D${resolution}`, "-M", ...what], {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  const lines: Point[][] = [];
  for (const row of text.split("\n")) {
    if (row.startsWith(">")) lines.push([]);
    const [x = Number.NaN, y = Number.NaN] = row.trim().split(/\s+/).map(Number);
    if (Number.isFinite(x) && Number.isFinite(y)) lines.at(-1)?.push([x, y]);
  }
  return lines.filter((line) => line.length > 1);
}

/** Which faces lie on land, asked of GMT at a point inside each. */
function landPoints({ region, resolution }: Part, faces: readonly Feature[]): number[] {
  const points = faces.map(({ properties: { x, y, id } }) => `${x} ${y} ${id}`).join("\n");
  const kept = execFileSync("gmt", ["select", `-R${region.join("/")}`, `-D${resolution}`, "-Ns/k/s/k/s"], {
    encoding: "utf8",
    cwd: folder,
    input: points,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return kept.trim().split("\n").map((row) => Number(row.trim().split(/\s+/)[2]));
}

function mapshaper(features: readonly Feature[], commands: readonly string[]): Feature[] {
  const [input, output] = [join(folder, "in.json"), join(folder, "out.json")];
  writeFileSync(input, JSON.stringify({ type: "FeatureCollection", features }));
  const parameters = ["--yes", "mapshaper@0.7.70", input, ...commands, "-o", output, "format=geojson"];
  execFileSync("npx", parameters, { stdio: "inherit" });
  const { features: made, geometries } = JSON.parse(readFileSync(output, "utf8"));
  return made ?? geometries.map((geometry: Feature["geometry"]) => feature(geometry, {}));
}

/** Four decimals are 11 m, less than the data know. */
function rounded({ geometry, ...rest }: Feature): Feature {
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value;
  return { ...rest, geometry: { ...geometry, coordinates: round(geometry.coordinates) } };
}
