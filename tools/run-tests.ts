/**
 * `npm test`: style, types, boundaries, dead code, then unit, contract, flow and browser tests, and
 * some of the flow tests once more in another shape.
 * Ends with one line, `N passed, N failed, N skipped`, in which each static check counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { provideOutsideTools } from "../infra/outside-tools.ts";
import { type Tally, vitestTally } from "./vitest-tally.ts";

/** Programs from Debian's packages that tests use: the file that tells they are there, and what installs them. */
const PROGRAMS = [
  { path: "/usr/bin/chromium", packages: "chromium", without: "the browser tests" },
  { path: "/usr/bin/openssl", packages: "openssl", without: "the test of TLS" },
  {
    path: "/usr/bin/redis-server",
    packages: "redis-server",
    without: "the tests of the cache",
  },
  {
    path: "/usr/sbin/nats-server",
    packages: "nats-server",
    without: "the tests of NATS JetStream",
  },
  {
    path: "/usr/share/doc/python3-venv",
    packages: "python3-venv",
    without: "the tests of S3 and SQS",
  },
  { path: "/usr/bin/promtool", packages: "prometheus", without: "the tests of the alert rules" },
  { path: "/usr/bin/ogrinfo", packages: "gdal-bin", without: "the tests with GDAL" },
];

const APT = "/usr/bin/apt-get";

const CHECKS = [
  { name: "style", script: "check:style" },
  { name: "types", script: "check:types" },
  { name: "boundaries", script: "check:boundaries" },
  { name: "web app builds", script: "web" },
  { name: "decoder builds", script: "lambda" },
  { name: "dead code", script: "check:dead" },
];

/** What is no package of Debian's: an AWS-compatible server in a Python environment of its own. */
const PROVIDE_MOTO = "packages/platform/src/aws/provide-moto.ts";

const SHAPED_FILES = [
  "test/tracker-to-map.test.ts",
  "test/http-trackers.test.ts",
  "test/payload-codecs.test.ts",
];

/** Flow tests that run in other shapes too, of those that show the most in a few minutes (test/shape.ts). */
const SHAPED = [
  { shape: "nats", files: SHAPED_FILES },
  { shape: "aws", files: SHAPED_FILES },
];

const missing = PROGRAMS.filter((program) => !provide(program));
const hasMoto = spawnSync(process.execPath, [PROVIDE_MOTO], { stdio: "inherit" }).status === 0;
const notRun = provideOutsideTools();
const tallies = [...CHECKS.map(check), vitestTally([]), ...inOtherShapes()];
const total = tallies.reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
  skipped: sum.skipped + tally.skipped,
}));
for (const { without, packages } of missing)
  console.log(
    `\n*** NOT RUN: ${without.toUpperCase()}, as Debian's ${packages} is not installed and cannot be from here ***`,
  );
if (!hasMoto)
  console.log(
    "\n*** NOT RUN: THE TESTS OF S3 AND SQS, as moto of PyPI is not installed and cannot be from here ***",
  );
for (const line of notRun) console.log(`\n${line}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Whether a program is there, after installing it where that is allowed. */
function provide({ path, packages, without }: (typeof PROGRAMS)[number]): boolean {
  if (existsSync(path)) return true;
  if (process.getuid?.() !== 0 || !existsSync(APT)) return false;
  console.log(`installing Debian's ${packages} for ${without} ...`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(APT, ["update", "-qq"], { stdio: "inherit", env: environment });
  spawnSync(APT, ["install", "-y", "-qq", "--no-install-recommends", packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env: environment,
  });
  return existsSync(path);
}

function check({ name, script }: (typeof CHECKS)[number]): Tally {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script], {
    encoding: "utf8",
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (status !== 0) console.log(stdout + stderr);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

function inOtherShapes(): readonly Tally[] {
  const hasNats = !missing.some(({ packages }) => packages === "nats-server");
  const possible = SHAPED.filter(({ shape }) => (shape === "aws" ? hasMoto : hasNats));
  return possible.map(({ shape, files }) => {
    console.log(`in the shape "${shape}": ${files.join(", ")}`);
    return vitestTally(["--project", "flow", ...files], { ZPR_TEST_SHAPE: shape });
  });
}
