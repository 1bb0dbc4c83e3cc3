/**
 * `npm run fuzz -- [PROTOCOL ...] [--seconds 600]`: lets Jazzer.js look for bytes that break a promise.
 *
 * Begins with the samples and the kept inputs of each kind of tracker, and keeps those that reach
 * code nothing else reaches. An input that breaks a promise is printed and kept too, so that the tests
 * fail until it is mended. Ends with 1 if anything was found. Jazzer.js needs glibc 2.38 (Debian 13).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { protocols, pushProtocols } from "@zpr/protocols";
import { readCorpus, writeCorpus } from "./corpus-file.ts";
import { seedsOf } from "./fuzz-input.ts";

const LONGEST_INPUT = 2048;
const LONGEST_SECONDS = 10;
/** Longer than any run that was asked for. */
const MERGE_SECONDS = 120;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "600" } },
});
const everyKind = [...protocols, ...pushProtocols].map(({ name }) => name);
for (const name of positionals.length > 0 ? positionals : everyKind)
  if (!fuzzFor(name, Number(values.seconds))) process.exitCode = 1;

/** Whether nothing was found. */
function fuzzFor(name: string, seconds: number): boolean {
  const folder = mkdtempSync(join(tmpdir(), "zpr-fuzz-"));
  const [found, kept, broken] = ["found", "kept", "broken"].map((part) => {
    mkdirSync(join(folder, part));
    return join(folder, part);
  }) as [string, string, string];
  writeInputs(found, [...seedsOf(name), ...readCorpus(name)]);
  const run = jazzer(name, [found], [`-max_total_time=${seconds}`, `-artifact_prefix=${broken}/`]);
  jazzer(name, [kept, found], ["-merge=1", `-max_total_time=${MERGE_SECONDS}`]);
  const culprits = inputsIn(broken);
  const merged = inputsIn(kept);
  // Where the fuzzer did not run nothing was merged, and what was kept before stays.
  const worthKeeping = merged.length > 0 ? merged : readCorpus(name);
  writeCorpus(name, [...worthKeeping, ...culprits]);
  rmSync(folder, { recursive: true });
  const done = /Done (\d+) runs in (\d+) second/.exec(run);
  const coverage = [...run.matchAll(/cov: (\d+)/g)].at(-1)?.[1];
  const outcome = done ? `${done[1]} inputs in ${done[2]} s, ${coverage} branches` : lastLines(run);
  for (const culprit of culprits) console.log(`${name}: BROKEN BY ${culprit.toString("hex")}`);
  console.log(`${name}: ${outcome}, ${culprits.length} found`);
  return done !== null && culprits.length === 0;
}

function jazzer(name: string, folders: readonly string[], options: readonly string[]): string {
  const ours = ["fuzz/target.mjs", ...folders, "-i", "packages/protocols", "--sync", "--"];
  const limits = [`-max_len=${LONGEST_INPUT}`, `-timeout=${LONGEST_SECONDS}`, "-rss_limit_mb=4096"];
  const { stdout, stderr, error } = spawnSync("jazzer", [...ours, ...limits, ...options], {
    encoding: "utf8",
    maxBuffer: 1e9,
    env: {
      ...process.env,
      ZPR_FUZZ: name,
      NODE_OPTIONS: "--import=./fuzz/strip-types.mjs --no-warnings",
    },
  });
  if (error) throw error;
  return stdout + stderr;
}

function writeInputs(folder: string, inputs: readonly Buffer[]): void {
  for (const [at, input] of inputs.entries()) writeFileSync(join(folder, `input-${at}`), input);
}

function inputsIn(folder: string): readonly Buffer[] {
  return readdirSync(folder).map((file) => readFileSync(join(folder, file)));
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-8).join("\n");
}
