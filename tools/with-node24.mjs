// Starts the product from a fresh clone on whatever Node is at hand: installs what is missing, builds
// the web app when its sources are newer than what was built, then hands over to the Node that the
// lockfile pins. Plain JavaScript, as it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, "node_modules/.bin/node");
const [command, ...rest] = process.argv.slice(2);

process.chdir(root);
install();
if (command !== "--test") buildWeb();
handOver(script());

/** What runs: the tests, a tool of this folder, or the product. */
function script() {
  if (command === "--test") return ["tools/run-tests.ts", ...rest];
  return command === "--tool" ? rest : ["apps/server/src/main.ts", command, ...rest];
}

function install() {
  const installed = timeOf("node_modules/.package-lock.json");
  if (installed >= timeOf("package-lock.json") && existsSync(node)) return;
  say("installing dependencies (npm ci), once for this clone ...");
  run("npm", ["ci", "--no-progress", "--loglevel=error"]);
}

function buildWeb() {
  const built = timeOf("apps/web/dist/browser/index.html");
  const sources = [
    "apps/web/src",
    "apps/web/public",
    "apps/web/angular.json",
    "packages/model/src",
    "package-lock.json",
  ];
  if (built >= Math.max(...sources.map(newest))) return;
  say("building the web app, about half a minute ...");
  run("npm", ["run", "--silent", "web"]);
}

function handOver(parameters) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...parameters], {
    stdio: "inherit",
  });
  // Ctrl-C reaches the child by itself, as it is of our process group; we only wait for it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

function run(program, parameters) {
  const { status } = spawnSync(program, parameters, { stdio: "inherit" });
  if (status !== 0) {
    say(`${program} ${parameters.join(" ")} failed; the lines above say why`);
    process.exit(status ?? 1);
  }
}

function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return timeOf(path);
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true }).map((name) => timeOf(join(path, String(name)))),
  );
}

function timeOf(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function say(line) {
  process.stderr.write(`zpr: ${line}\n`);
}
