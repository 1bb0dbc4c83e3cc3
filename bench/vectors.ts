/**
 * Compares what we decode with what published tests and independent decoders make of the same
 * frames: npm run bench:vectors -- FOLDER
 *
 * Prints each frame that is read otherwise or passed over, and why. Ends with 1 if a difference has
 * no explanation. The reasons of those that have one stand in docs/protocols.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison, Vector, Verdict } from "./vectors/comparison.ts";
import { dmtComparison } from "./vectors/dmt.ts";
import { globalstarComparison } from "./vectors/globalstar.ts";
import { gt06Comparison } from "./vectors/gt06.ts";
import { iridiumComparison } from "./vectors/iridium.ts";
import { meitrackComparison } from "./vectors/meitrack.ts";
import { queclinkComparison } from "./vectors/queclink.ts";
import { spotComparison } from "./vectors/spot.ts";
import { teltonikaComparison } from "./vectors/teltonika.ts";

const COMPARISONS: readonly Comparison[] = [
  teltonikaComparison,
  gt06Comparison,
  dmtComparison,
  meitrackComparison,
  queclinkComparison,
  iridiumComparison,
  globalstarComparison,
  spotComparison,
];

const VERDICTS: readonly Verdict["verdict"][] = ["alike", "explained", "different", "passed over"];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: npm run bench:vectors -- FOLDER");

const differences = COMPARISONS.map((comparison) => report(folder, comparison));
process.exitCode = differences.every((count) => count === 0) ? 0 : 1;

/** Prints how one protocol fares, and returns how many of its differences nobody explains. */
function report(folder: string, comparison: Comparison): number {
  const verdicts = vectorsIn(folder, comparison.files).map((vector) => {
    const one = comparison.compare(vector);
    if (one.about !== undefined) console.log(`  ${one.verdict}: ${vector.source}: ${one.about}`);
    return one.verdict;
  });
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const counts = VERDICTS.map((verdict) => `${count(verdict)} ${verdict}`);
  console.log(`${comparison.protocol}: ${counts.join(", ")}`);
  return count("different");
}

function vectorsIn(folder: string, files: RegExp): readonly Vector[] {
  return readdirSync(folder)
    .filter((name) => files.test(name))
    .sort()
    .flatMap((name) => {
      const content = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const cases: readonly (Vector & { readonly what?: string })[] = content.cases ?? content;
      return cases.map((one) => ({ ...one, source: one.source ?? `${name}, ${one.what}` }));
    });
}
