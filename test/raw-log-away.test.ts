import { setTimeout as pause } from "node:timers/promises";
import { hasNats, type NatsServer, natsServer } from "@zpr/platform/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { type CallLedgers, keepCallLedgers } from "./call-ledger.ts";
import { caller, run } from "./running-server.ts";

const EACH_KIND = 2;
const AWAY_MILLISECONDS = 8_000;
const LONG_MILLISECONDS = 480_000;

interface Health {
  readonly detail?: string;
  readonly degraded?: readonly string[];
}

describe.skipIf(!hasNats)("a NATS that carries the raw log", () => {
  let database: DatabaseServer;
  let nats: NatsServer;
  let api: RoleProcess;
  let gateway: RoleProcess;
  let ingest: RoleProcess;
  let ledgers: CallLedgers;

  beforeAll(async () => {
    database = await databaseServer();
    nats = await natsServer();
    // Whatever carries the raw log in the shape of the tests, here it is this.
    const settings = { ZPR_LOG_URL: `${nats.url}/away`, ZPR_DECODED_URL: "" };
    api = await roleProcess("api", database.url, settings);
    gateway = await roleProcess("gateway", database.url, settings);
    ingest = await roleProcess("ingest", database.url, settings);
  });
  afterAll(async () => {
    await Promise.all([api, gateway, ingest].map((one) => one.stop("SIGTERM")));
    await nats.remove();
    await database.remove();
  });

  const all = () => Promise.all([api, gateway, ingest].map((one) => one.start()));
  const sum = () => Object.values(ledgers.acknowledged()).reduce((all, one) => all + one, 0);

  test("is waited for by processes that start before it", async () => {
    const starting = all();
    await pause(3_000);
    await nats.start();
    await starting;
    expect(await health(gateway)).toEqual([200, { status: "ready" }]);
  });

  test(
    "and is gone for a while makes trackers wait and is told by every process; nothing is lost or doubled",
    async () => {
      const key = await run(["user", "key", "ledger", "--admin"], api.environment);
      ledgers = await keepCallLedgers({
        server: { call: caller(api.url, key) },
        portsOf: (protocol) => [gateway.portOf(protocol)],
        eachKind: EACH_KIND,
        timeoutMilliseconds: 60_000,
      });
      await expect.poll(sum).toBeGreaterThan(100);

      await nats.kill();
      for (const one of [gateway, ingest])
        await expect
          .poll(() => health(one))
          .toEqual([503, expect.objectContaining({ detail: "the raw log is out of reach" })]);
      const acknowledged = sum();
      await pause(AWAY_MILLISECONDS);
      expect(sum()).toBe(acknowledged);
      expect(await health(api)).toEqual([
        200,
        { status: "ready", degraded: [expect.stringContaining("the raw log is out of reach")] },
      ]);

      await nats.start();
      await expect.poll(sum).toBeGreaterThan(acknowledged + 100);
      for (const one of [api, gateway, ingest])
        await expect.poll(() => health(one)).toEqual([200, { status: "ready" }]);
      await ledgers.stop();
      expect(await ledgers.compare()).toEqual(ledgers.acknowledged());
      const metrics = await (await fetch(`${ingest.url}/metrics`)).text();
      expect(metrics).toMatch(/^zpr_raw_parcels_waiting 0$/m);
      expect(metrics).toMatch(/^zpr_raw_messages_waiting 0$/m);
    },
    LONG_MILLISECONDS,
  );
});

async function health({ url }: RoleProcess): Promise<readonly [number, Health]> {
  const answer = await fetch(`${url}/health/ready`);
  return [answer.status, await answer.json().then((value) => value as Health)];
}
