/**
 * Tells the episodes of recorded drifters: node bench/episodes.ts FILE
 *
 * FILE is a table with the columns D_number, date_UTC, Latitude and Longitude (mechanical_drifters
 * of GEOMAR, raw), or a JSON object with rows of time, latitude and longitude by drifter
 * (Stokesdrifters_Wadden).
 */
import { readFileSync } from "node:fs";
import { DEFAULT_EPISODE_RULES, type Evidence, type Position } from "@zpr/model";
import { distanceMetres, episodesOf, riverMap } from "../packages/analytics/src/index.ts";

interface Row {
  readonly drifter: string;
  readonly time: Date;
  readonly position: Position;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node bench/episodes.ts FILE");
const text = readFileSync(file, "utf8");
const rows = file.endsWith(".json") ? fromJson(text) : fromTable(text);
const ground = {
  rules: DEFAULT_EPISODE_RULES,
  river: riverMap([], { corridorMetres: 500, waterLines: null }),
};

const before = performance.now();
const told = [...Map.groupBy(rows, ({ drifter }) => drifter)].map(([drifter, places]) => {
  const evidence = places
    .toSorted((a, b) => a.time.getTime() - b.time.getTime())
    .map(
      ({ time, position }): Evidence => ({
        kind: "fix",
        time,
        position,
        trackerId: 1,
        network: false,
      }),
    );
  return { drifter, evidence, ...episodesOf(evidence, ground) };
});
const milliseconds = performance.now() - before;

console.table(
  told.map(({ drifter, evidence, episodes, measures }) => {
    const count = (state: string) => episodes.filter((one) => one.state === state).length;
    return {
      drifter,
      fixes: evidence.length,
      allSteps: Math.round(sumOfSteps(evidence)),
      travelled: Math.round(measures.travelledMetres),
      drifting: count("drifting"),
      stranded: count("stranded"),
      strandedHours: (measures.strandedSeconds / 3600).toFixed(1),
      hours: (measures.spanSeconds / 3600).toFixed(1),
      carried: count("carried"),
      silent: count("silent"),
      median: measures.medianMetresPerSecond,
      p95: measures.p95MetresPerSecond,
    };
  }),
);
console.log(`${rows.length} fixes in ${Math.round(milliseconds)} ms`);

function sumOfSteps(evidence: readonly Evidence[]): number {
  return evidence.slice(1).reduce((sum, { position }, at) => {
    const from = evidence[at]?.position;
    return from && position ? sum + distanceMetres(from, position) : sum;
  }, 0);
}

function fromJson(json: string): readonly Row[] {
  const byDrifter: Record<string, readonly (readonly [string, number, number])[]> =
    JSON.parse(json);
  return Object.entries(byDrifter).flatMap(([drifter, fixes]) =>
    fixes.map(([time, latitude, longitude]) => ({
      drifter,
      time: new Date(`${time.replace(" ", "T")}Z`),
      position: [longitude, latitude] as const,
    })),
  );
}

function fromTable(table: string): readonly Row[] {
  return table
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [drifter = "", time = "", latitude, longitude] = line.split(",");
      const position = [Number(longitude), Number(latitude)] as const;
      return { drifter, time: new Date(`${time} UTC`), position };
    });
}
