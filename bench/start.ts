/**
 * How long `zpr serve` takes until it is ready: on a new folder, again after a clean stop, and after
 * SIGKILL with its database left running or killed too. Prints medians and the slowest, judges nothing.
 *
 *   npm run bench:start
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

const TURNS = 5;

/** How a server ends before the start that is measured. */
const ENDS: readonly (readonly [name: string, end: (server: ServerProcess) => Promise<void>])[] = [
  ["warm, after SIGTERM", (server) => server.stop()],
  ["after SIGKILL", async ({ pid }) => void process.kill(pid, "SIGKILL")],
  [
    "after SIGKILL of the database too",
    async ({ pid, databasePid }) => {
      process.kill(pid, "SIGKILL");
      process.kill(databasePid, "SIGKILL");
    },
  ],
];

const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
let [server, seconds] = await start();
console.log(`first start: ready in ${seconds.toFixed(1)} s`);
for (const [name, end] of ENDS) {
  const taken: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await end(server);
    [server, seconds] = await start();
    taken.push(seconds);
  }
  taken.sort((a, b) => a - b);
  const [median, slowest] = [taken[Math.floor(TURNS / 2)], taken.at(-1)];
  console.log(
    `${name}: ready in ${median?.toFixed(1)} s, slowest of ${TURNS} ${slowest?.toFixed(1)} s`,
  );
}
const stopping = performance.now();
await server.stop();
console.log(`SIGTERM: stopped in ${((performance.now() - stopping) / 1000).toFixed(1)} s`);
await rm(folder, { recursive: true, force: true });

async function start(): Promise<[server: ServerProcess, seconds: number]> {
  const began = performance.now();
  const started = await startServerProcess(folder, []);
  return [started, (performance.now() - began) / 1000];
}
