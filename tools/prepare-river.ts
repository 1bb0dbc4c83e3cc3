/**
 * Makes the river that the simulator drifts on and the base map shows:
 *   packages/simulator/data/scheldt.json                  line, kilometres, half-widths
 *   apps/web/public/basemap/scheldt-river.geojson         schematic water above Bath
 *
 * node tools/prepare-river.ts                  writes both and prints what was measured
 * node tools/prepare-river.ts --against FILE   also compares with a GeoJSON of centre lines
 *
 * Sources: WDBII rivers and shore lines of GSHHG 2.3.7 (LGPL-3+), and waypoints of the project's own.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gshhgLines, whatIsMissing } from "./river/gshhg.ts";
import {
  distance,
  distanceToLine,
  evenly,
  nearestVertex,
  type Point,
  type Position,
  rounded,
  toDegrees,
  toPlane,
} from "./river/plane.ts";
import {
  BATH_TO_VLISSINGEN,
  LANDMARKS,
  LILLO_TO_BATH,
  PLACES,
  VLISSINGEN_TO_SEA,
  WDBII_SHIFT,
} from "./river/scheldt-facts.ts";
import { betweenShores, halfWidths, waterAbove } from "./river/water.ts";

const CREDIT =
  "Tidal Scheldt, schematic: GSHHG 2.3.7 (P. Wessel and W. H. F. Smith, J. Geophys. Res. 1996), " +
  "LGPL-3.0-or-later, generalised and moved by the project; below Antwerp drawn by the project";
const LICENCE = "LGPL-3.0-or-later";
const GENT: Position = [3.729, 51];
const STEP_METRES = 300;

const missing = whatIsMissing();
if (missing) {
  console.error(missing);
  process.exit(3);
}
const { values } = parseArgs({ options: { against: { type: "string" } } });
const shores = gshhgLines("shores").map((line) => line.map(toPlane));
const inland = inlandLine();
const line = wholeLine();
const kilometres = riverKilometres(line);
const widths = halfWidths({ line, kilometres, shores });

const riverFile = fileURLToPath(
  new URL("../packages/simulator/data/scheldt.json", import.meta.url),
);
writeFileSync(
  riverFile,
  `${JSON.stringify({
    name: "Scheldt",
    credit: CREDIT,
    licence: LICENCE,
    schematic: true,
    places: PLACES.map(({ name, kilometre }) => ({ name, kilometre })),
    coordinates: line.map(toDegrees),
    kilometres,
    halfWidthMetres: widths,
  })}\n`,
);
execFileSync("npx", ["biome", "format", "--write", riverFile]);
writeFileSync(
  new URL("../apps/web/public/basemap/scheldt-river.geojson", import.meta.url),
  `${JSON.stringify(waterAbove({ line, kilometres, widths, credit: CREDIT, licence: LICENCE }))}\n`,
);
report();

/** WDBII from Gent towards Lillo, its pieces joined, moved, rounded, and cut at Melle. */
function inlandLine(): Point[] {
  const pieces = gshhgLines("rivers");
  const joined: Position[] = [];
  let at = GENT;
  for (;;) {
    const next = pieces
      .filter((piece) => piece[0] && distance(toPlane(piece[0]), toPlane(at)) < 100)
      .filter((piece) => piece.at(-1)?.join() !== piece[0]?.join())
      .sort((a, b) => b.length - a.length)[0];
    const end = next?.at(-1);
    if (!next || !end) break;
    joined.push(...next);
    pieces.splice(pieces.indexOf(next), 1);
    at = end;
  }
  const moved = joined.map(([longitude, latitude]) =>
    toPlane([longitude + WDBII_SHIFT[0], latitude + WDBII_SHIFT[1]]),
  );
  const smooth = evenly(rounded(moved, 2), STEP_METRES);
  return smooth.slice(nearestVertex(smooth, placeNamed("Melle")));
}

function wholeLine(): Point[] {
  const estuary = BATH_TO_VLISSINGEN.map(toPlane);
  const middle = estuary.map((_, index) => betweenShores(estuary, index, shores).middle);
  const drawn = [
    ...inland.slice(-2),
    ...LILLO_TO_BATH.map(toPlane),
    ...middle,
    ...VLISSINGEN_TO_SEA.map(toPlane),
  ];
  return [...inland.slice(0, -2), ...evenly(rounded(drawn, 3), STEP_METRES)];
}

/** Kilometres along the line, stretched so that each known place has its known kilometre. */
function riverKilometres(along: readonly Point[]): number[] {
  const walked: number[] = [0];
  for (let index = 1; index < along.length; index++)
    walked.push(
      (walked[index - 1] ?? 0) + distance(along[index - 1] ?? [0, 0], along[index] ?? [0, 0]),
    );
  const known = PLACES.map(({ name, position, kilometre }) => ({
    name,
    kilometre,
    walked: walked[nearestVertex(along, toPlane(position))] ?? 0,
  }));
  return walked.map((metres) => {
    const next = known.findIndex((place) => place.walked > metres);
    const after = known[next === -1 ? known.length : Math.max(1, next)];
    const before = known[next === -1 ? known.length - 1 : Math.max(1, next) - 1];
    if (!before) return metres / 1000;
    const scale = after
      ? (after.kilometre - before.kilometre) / (after.walked - before.walked)
      : 1e-3;
    return Number((before.kilometre + (metres - before.walked) * scale).toFixed(3));
  });
}

function placeNamed(name: string): Point {
  const place = PLACES.find((candidate) => candidate.name === name);
  if (!place) throw new Error(`no place is called ${name}`);
  return toPlane(place.position);
}

function report(): void {
  console.log(`${line.length} vertices, ${kilometres.at(-1)} km`);
  PLACES.forEach((place, index) => {
    const previous = PLACES[index - 1];
    if (!previous) return;
    const [from, to] = [previous, place].map(({ position }) =>
      nearestVertex(line, toPlane(position)),
    );
    let metres = 0;
    for (let at = from ?? 0; at < (to ?? 0); at++)
      metres += distance(line[at] ?? [0, 0], line[at + 1] ?? [0, 0]);
    const known = place.kilometre - previous.kilometre;
    console.log(
      `${previous.name} - ${place.name}: ${known} km, drawn ${(metres / 1000).toFixed(1)}`,
    );
  });
  for (const { name, position } of LANDMARKS)
    console.log(`${name}: ${distanceToLine(toPlane(position), line).toFixed(0)} m beside the line`);
  if (values.against) compare(values.against);
}

/** How far the line lies from somebody else's, which is read and never kept. */
function compare(file: string): void {
  const theirs: { features: { geometry: { type: string; coordinates: unknown } }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const lines = theirs.features.flatMap(({ geometry }) =>
    geometry.type === "LineString" ? [geometry.coordinates] : (geometry.coordinates as unknown[]),
  ) as Position[][];
  const planes = lines.map((positions) => positions.map(toPlane));
  const misses = line
    .filter((_, index) => (kilometres[index] ?? 0) < 97)
    .map((point) => Math.min(...planes.map((plane) => distanceToLine(point, plane))))
    .sort((a, b) => a - b);
  const share = (part: number) => misses[Math.floor(part * (misses.length - 1))]?.toFixed(0);
  console.log(`above km 97: median ${share(0.5)} m, 95 % ${share(0.95)} m, worst ${share(1)} m`);
}
