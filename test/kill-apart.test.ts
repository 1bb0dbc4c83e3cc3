import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { keepCallLedgers } from "./call-ledger.ts";
import { caller, run } from "./running-server.ts";

const KILLS = 20;
const EACH_KIND = 3;

let database: DatabaseServer;
let api: RoleProcess;
let gateways: readonly RoleProcess[];
let ingests: readonly RoleProcess[];

beforeAll(async () => {
  database = await databaseServer();
  const process = (role: string) => roleProcess(role, database.url);
  api = await process("api");
  gateways = [await process("gateway"), await process("gateway")];
  ingests = [await process("ingest"), await process("ingest")];
  await api.start();
  await Promise.all([...gateways, ...ingests].map((one) => one.start()));
});
afterAll(async () => {
  await Promise.all([api, ...gateways, ...ingests].map((one) => one.stop("SIGTERM")));
  await database.remove();
});

test(`two gateways, two ingests and their database, each killed ${KILLS} times, lose and double nothing of any kind of tracker`, async () => {
  const key = await run(["user", "key", "ledger", "--admin"], api.environment);
  const ledgers = await keepCallLedgers({
    server: { call: caller(api.url, key) },
    portsOf: (protocol) => gateways.map((gateway) => gateway.portOf(protocol)),
    eachKind: EACH_KIND,
  });
  for (let kill = 0; kill < KILLS; kill++) {
    const before = ledgers.acknowledged();
    // All kinds have got something through since the last kill.
    await expect
      .poll(() => {
        const now = ledgers.acknowledged();
        return Object.keys(now).filter((kind) => now[kind] === before[kind]);
      })
      .toEqual([]);
    await pause(Math.random() * 200);
    await Promise.all([
      killAndStart(gateways[kill % 2]),
      killAndStart(ingests[kill % 2]),
      database.kill(),
    ]);
  }
  await ledgers.stop();
  await ledgers.compare();
});

async function killAndStart(one: RoleProcess | undefined): Promise<void> {
  await one?.stop("SIGKILL");
  await one?.start();
}
