import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { keepCallLedgers } from "./call-ledger.ts";
import { caller, run } from "./running-server.ts";
import { servicesOf } from "./shape.ts";

const EACH_KIND = 15;
const FROZEN_MILLISECONDS = 60_000;
const SETTLED_MILLISECONDS = 3_000;
/** What garbage that is not collected yet may add. */
const SOME_MEGABYTES = 40;

let database: DatabaseServer;
let front: RoleProcess;

beforeAll(async () => {
  database = await databaseServer();
  front = await roleProcess("api,ingest", database.url);
  await front.start();
});
afterAll(async () => {
  await front.stop("SIGTERM");
  await database.remove();
});

test("what makes frames durable and stands still makes trackers wait and the gateway no bigger, and then it catches up", async () => {
  const services = await servicesOf(database.url);
  const rawLog = services.find(({ kind }) => kind === "raw log") ?? database;
  const gateway = await roleProcess("gateway", database.url);
  await gateway.start();
  const key = await run(["user", "key", "ledger", "--admin"], front.environment);
  const ledgers = await keepCallLedgers({
    server: { call: caller(front.url, key) },
    portsOf: (protocol) => [gateway.portOf(protocol)],
    eachKind: EACH_KIND,
    timeoutMilliseconds: 2 * FROZEN_MILLISECONDS,
  });
  const sum = () => Object.values(ledgers.acknowledged()).reduce((all, one) => all + one, 0);
  await pause(SETTLED_MILLISECONDS);

  rawLog.freeze();
  // Commits that were on their way when it stood still.
  await pause(500);
  const [acknowledged, megabytes] = [sum(), await megabytesOf(gateway)];
  await pause(FROZEN_MILLISECONDS);
  expect(sum()).toBe(acknowledged);
  expect((await megabytesOf(gateway)) - megabytes).toBeLessThan(SOME_MEGABYTES);

  rawLog.thaw();
  await expect.poll(sum).toBeGreaterThan(acknowledged + 1000);
  await ledgers.stop();
  await ledgers.compare();
  await gateway.stop("SIGTERM");
});

async function megabytesOf({ url }: RoleProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, bytes] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
  return Number(bytes) / 2 ** 20;
}
