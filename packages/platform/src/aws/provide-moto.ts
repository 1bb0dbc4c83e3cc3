/**
 * Makes the Python environment with the AWS-compatible server that tests run against, unless it is
 * there already; ends with 1 when it cannot be made here, and says why.
 *
 *   node packages/platform/src/aws/provide-moto.ts
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { hasMoto, MOTO, MOTO_FOLDER } from "./moto.ts";

process.exitCode = hasMoto() || make() ? 0 : 1;

/** Made beside its place and moved there whole, as several may begin at once. */
function make(): boolean {
  const draft = `${MOTO_FOLDER}.${process.pid}`;
  mkdirSync(dirname(MOTO_FOLDER), { recursive: true });
  const isMade =
    run("python3", ["-m", "venv", draft]) &&
    run(`${draft}/bin/python`, ["-m", "pip", "install", "--quiet", ...MOTO]);
  if (isMade && !hasMoto()) renameSync(draft, MOTO_FOLDER);
  rmSync(draft, { recursive: true, force: true });
  return hasMoto();
}

function run(program: string, parameters: readonly string[]): boolean {
  const { status, error } = spawnSync(program, parameters, {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (error) process.stderr.write(`${error.message}\n`);
  return status === 0;
}
