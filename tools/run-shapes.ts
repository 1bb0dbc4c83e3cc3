/**
 * `npm run shapes`: all flow tests in all shapes that the product runs in (test/shape.ts), one after the
 * other, and a table of how they ended. Words after it are names of shapes or of test files.
 *
 *   npm run shapes
 *   npm run shapes -- nats aws test/commands.test.ts
 */
import { spawnSync } from "node:child_process";
import { hasNats, hasRedis } from "@zpr/platform/testing";
import { type Tally, vitestTally } from "./vitest-tally.ts";

const SHAPES = ["embedded", "cache", "nats", "aws"];
/** An AWS-compatible server of PyPI, in a Python environment of its own. */
const PROVIDE_MOTO = "packages/platform/src/aws/provide-moto.ts";

const words = process.argv.slice(2);
const named = SHAPES.filter((shape) => words.includes(shape));
const files = words.filter((word) => !SHAPES.includes(word));
const hasMoto = spawnSync(process.execPath, [PROVIDE_MOTO], { stdio: "inherit" }).status === 0;
const isPossible: Readonly<Record<string, boolean>> = {
  embedded: true,
  cache: hasRedis,
  nats: hasRedis && hasNats,
  aws: hasRedis && hasMoto,
};

const table: Record<string, Tally | { readonly failed: string }> = {};
for (const shape of named.length > 0 ? named : SHAPES) table[shape] = run(shape);
console.table(table);
process.exitCode = Object.values(table).every(({ failed }) => failed === 0) ? 0 : 1;

function run(shape: string): Tally | { readonly failed: string } {
  if (!isPossible[shape]) return { failed: "NOT RUN: what it needs is not installed" };
  console.log(`\nin the shape "${shape}"`);
  return vitestTally(["--project", "flow", ...files], { ZPR_TEST_SHAPE: shape });
}
