import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepLedgers } from "./ledger.ts";
import { caller, run } from "./running-server.ts";
import { type ServerProcess, serverProcess } from "./server-process.ts";

/** How often it is killed: often enough to hit it at many points, and soon over. `ZPR_KILLS` asks for more. */
const KILLS = Number(process.env["ZPR_KILLS"] ?? 10);
const SENDERS = 20;
/** Two minutes or three on two cores of one's own; mostly it waits for a server that starts. */
const LONG_MILLISECONDS = 480_000;
/** Each so many times the embedded database is killed too, with its commits of the last instant. */
const DATABASE_KILLS = 4;

let server: ServerProcess;

beforeAll(async () => {
  server = await serverProcess();
  await server.start();
});
afterAll(() => server.remove());

test(`${KILLS} kills under a stream of frames lose no acknowledged record and double none`, {
  timeout: LONG_MILLISECONDS,
}, async () => {
  const key = await run(["user", "key", "ledger", "--admin"], server.environment);
  const { teltonikaPort } = server;
  const keepers = await keepLedgers(
    { teltonikaPort, call: caller(server.url, key) },
    "Kills",
    SENDERS,
  );

  for (let kill = 1; kill <= KILLS; kill++) {
    const before = keepers.acknowledged();
    await pause(100 + Math.random() * 500);
    await expect.poll(keepers.acknowledged).toBeGreaterThan(before);
    if (kill % DATABASE_KILLS === 0) process.kill(await server.databasePid(), "SIGKILL");
    await server.stop("SIGKILL");
    await server.start();
  }
  await keepers.stop();

  expect(keepers.acknowledged()).toBeGreaterThan(SENDERS * KILLS);
  await keepers.compare();
});
