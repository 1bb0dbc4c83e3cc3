import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { callServer, speakerNamed, speeches, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { keepCallLedgers } from "./call-ledger.ts";
import { FIRST_TIME, recorded, toRecord } from "./ledger.ts";
import { caller, type RunningServer, run } from "./running-server.ts";

/** As docs/operations.md promises. */
const MOST_MILLISECONDS = 20_000;

let database: DatabaseServer;
let front: RoleProcess;
let leaving: RoleProcess;
let staying: RoleProcess;
let call: RunningServer["call"];

beforeAll(async () => {
  database = await databaseServer();
  front = await roleProcess("api,ingest", database.url);
  leaving = await roleProcess("gateway", database.url);
  staying = await roleProcess("gateway", database.url);
  await front.start();
  await Promise.all([leaving.start(), staying.start()]);
  call = caller(front.url, await run(["user", "key", "drain", "--admin"], front.environment));
});
afterAll(async () => {
  database.thaw();
  await Promise.all([front, leaving, staying].map((one) => one.stop("SIGTERM")));
  await database.remove();
});

/** Asks a process to end; gives its exit code and how long that took. */
async function end(one: RoleProcess) {
  const began = performance.now();
  const code = await one.stop("SIGTERM");
  return { code, milliseconds: performance.now() - began };
}

test("a gateway that is asked to end takes no more calls and hands its trackers over, and nothing is lost", async () => {
  const ledgers = await keepCallLedgers({
    server: { call },
    portsOf: (protocol) => [leaving.portOf(protocol), staying.portOf(protocol)],
    eachKind: 1,
  });
  const sum = () => Object.values(ledgers.acknowledged()).reduce((all, one) => all + one, 0);
  const silent = connect(leaving.portOf("teltonika"), "127.0.0.1");
  const hungUp = once(silent, "close");
  await expect.poll(sum).toBeGreaterThan(100);

  const { code, milliseconds } = await end(leaving);
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  await hungUp;
  const late = connect(leaving.portOf("teltonika"), "127.0.0.1");
  await expect(once(late, "connect")).rejects.toMatchObject({ code: "ECONNREFUSED" });

  const acknowledged = sum();
  await expect.poll(sum).toBeGreaterThan(acknowledged + 100);
  await ledgers.stop();
  expect(await ledgers.compare()).toEqual(ledgers.acknowledged());
});

test("what it has begun to keep is kept and answered; a database that stands still does not make it stay", async () => {
  const [speech] = speeches;
  if (!speech) throw new Error("no tracker speaks");
  const { protocol } = speech;
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Begun" });
  const uniqueId = testImei("begun");
  const tracker = { studyId, protocol, uniqueId };
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
  await leaving.start();
  const tracked = await callServer(
    { host: "127.0.0.1", port: leaving.portOf(protocol) },
    { speech, speaker: speakerNamed(uniqueId) },
  );
  await tracked.report([toRecord(FIRST_TIME)]);

  database.freeze();
  const begun = tracked.report([toRecord(FIRST_TIME + 1000)]);
  await pause(200);
  const ended = end(leaving);
  await pause(500);
  database.thaw();
  await begun;
  expect((await ended).code).toBe(0);
  await expect.poll(() => recorded({ call }, id)).toEqual([FIRST_TIME, FIRST_TIME + 1000]);

  database.freeze();
  expect((await end(staying)).milliseconds).toBeLessThan(MOST_MILLISECONDS);
  database.thaw();
});

test("an api process does not wait for those who follow live events", async () => {
  const key = await run(["user", "key", "reader", "--admin"], front.environment);
  const events = await fetch(`${front.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(events.status).toBe(200);
  const { code, milliseconds } = await end(front);
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS / 2);
});
