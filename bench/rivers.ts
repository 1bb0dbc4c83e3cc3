/**
 * Surveys a file of centre lines and shows its kilometres beside those that rivermen count:
 * node bench/rivers.ts FILE [MOUTH_LONGITUDE MOUTH_LATITUDE]
 */
import { readFileSync } from "node:fs";
import type { Position } from "@zpr/model";
import { readDrawing, riverMap, surveyRiver } from "../packages/analytics/src/index.ts";
import { PLACES } from "../tools/river/scheldt-facts.ts";

const [file, longitude, latitude] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node bench/rivers.ts FILE [LONGITUDE LATITUDE]");
const mouth: Position | null =
  latitude === undefined ? null : [Number(longitude), Number(latitude)];
const drawing = {
  ...readDrawing(JSON.parse(readFileSync(file, "utf8")), "river"),
  mouth,
  origin: { position: PLACES[0]?.position ?? [0, 0], kilometre: 0 },
} as const;

const before = performance.now();
const survey = surveyRiver(drawing);
const corners = survey.index.segments.length;
console.log(`${corners} pieces surveyed in ${Math.round(performance.now() - before)} ms`);
console.table(
  survey.lines.map((line) => ({
    name: line.name,
    kilometres: (line.lengthMetres / 1000).toFixed(2),
    toMouth: line.kilometresToMouth?.to.toFixed(2) ?? "unknown",
    reversed: line.reversed,
    into: line.into,
  })),
);
for (const problem of survey.problems) console.log(JSON.stringify(problem));

const map = riverMap([drawing], { corridorMetres: 500, waterLines: null });
console.table(
  PLACES.map(({ name, position, kilometre }) => {
    const found = map.locate(position);
    return {
      name,
      counted: kilometre,
      measured: found?.kilometre.toFixed(1),
      besideMetres: found && Math.round(found.offsetMetres),
    };
  }),
);
const lookUps = 20_000;
const from = performance.now();
for (let at = 0; at < lookUps; at++) map.locate([3.8 + (0.5 * at) / lookUps, 51.1]);
const microseconds = ((performance.now() - from) * 1000) / lookUps;
console.log(`${microseconds.toFixed(1)} microseconds to locate a place`);
