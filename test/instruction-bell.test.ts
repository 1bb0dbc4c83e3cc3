import { prometheusMeter } from "@zpr/platform";
import { callServer, speakerNamed, speeches, type TrackerCall, testImei } from "@zpr/simulator";
import {
  type PostgresCommandBox,
  postgresCommandBox,
  postgresCommandStore,
  postgresRawLog,
  postgresStudyStore,
  postgresTrackerStore,
} from "@zpr/storage";
import { useBoth } from "@zpr/storage/testing";
import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { readConfig } from "../apps/server/src/config.ts";
import { createLogger } from "../apps/server/src/logger.ts";
import { startListeners } from "../apps/server/src/start-listeners.ts";
import { FIRST_TIME, toRecord } from "./ledger.ts";
import { freeTrackerPorts } from "./tracker-ports.ts";

const both = useBoth();
const PROTOCOL = "teltonika";
const UNIQUE_ID = testImei("bell");
const FRAMES = 200;
/** What is over ends, and what is open is read. */
const QUERIES_TO_BEGIN = 2;
const REFRESH_MILLISECONDS = 30_000;

/** Queries of the command box, and nothing else. */
let queries: number;
let box: PostgresCommandBox;
let listeners: Awaited<ReturnType<typeof startListeners>>;
let tracker: TrackerCall;

async function start(address = both().address): Promise<void> {
  const { database } = both();
  queries = 0;
  const counted = database.withPlugin({
    transformQuery({ node }) {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  box = postgresCommandBox(counted, address, () => {});
  const ports = await freeTrackerPorts();
  const config = readConfig({ ...ports.environment, ZPR_GATEWAY_HOST: "127.0.0.1" });
  listeners = await startListeners(config, {
    rawLog: postgresRawLog(database),
    commandBox: box,
    meter: prometheusMeter(),
    log: createLogger("silent"),
    now: () => new Date(),
  });
  const speech = speeches.find(({ protocol }) => protocol === PROTOCOL);
  if (!speech) throw new Error("there is no such tracker");
  tracker = await callServer(
    { host: "127.0.0.1", port: ports.portOf(PROTOCOL) },
    { speech, speaker: speakerNamed(UNIQUE_ID) },
  );
  await tracker.report([toRecord(FIRST_TIME)]);
}

async function register(): Promise<number> {
  const { database } = both();
  const study = await postgresStudyStore(database).create(
    { name: "S", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  const registered = await postgresTrackerStore(database).register({
    studyId: study?.id ?? 0,
    protocol: PROTOCOL,
    uniqueId: UNIQUE_ID,
    name: "one",
    model: null,
    intervalSeconds: null,
  });
  return registered?.id ?? 0;
}

/** Queues an instruction as another process does: the gateway's box hears of it from the database. */
async function queue(trackerId: number): Promise<void> {
  await postgresCommandStore(both().database).queue([
    {
      trackerId,
      text: "getinfo",
      action: null,
      priority: 0,
      maxAttempts: 3,
      expiresAt: null,
      createdBy: "test",
      requestId: null,
    },
  ]);
}

const LISTENS = sql`from pg_stat_activity where query ilike 'listen zpr_command%' and pid <> pg_backend_pid()`;

async function listening(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) ${LISTENS}`.execute(
    both().database,
  );
  return rows[0]?.count ?? 0;
}

afterEach(async () => {
  vi.useRealTimers();
  tracker.close();
  await Promise.all(listeners.map((listener) => listener.close()));
  await box.close();
});

test("a frame costs no query while nothing waits, and some when something does", async () => {
  const trackerId = await register();
  await start();
  await expect.poll(listening).toBe(1);
  await expect.poll(() => queries).toBe(QUERIES_TO_BEGIN);
  for (let frame = 1; frame <= FRAMES; frame++)
    await tracker.report([toRecord(FIRST_TIME + frame * 1000)]);
  expect(queries).toBe(QUERIES_TO_BEGIN);
  await queue(trackerId);
  await expect.poll(() => tracker.instructions.length).toBe(1);
  expect(queries).toBeGreaterThan(QUERIES_TO_BEGIN);
});

test("what is queued while the connection that listens is broken goes out as soon as there is a new one", async () => {
  const trackerId = await register();
  await start();
  await expect.poll(listening).toBe(1);
  const { database } = both();
  await sql`alter role current_user nologin`.execute(database);
  await sql`select pg_terminate_backend(pid) ${LISTENS}`.execute(database);
  await expect.poll(listening).toBe(0);
  await queue(trackerId);
  expect(box.mayHave({ protocol: PROTOCOL, uniqueId: UNIQUE_ID })).toBe(false);
  await sql`alter role current_user login`.execute(database);
  await expect.poll(() => tracker.instructions.length).toBe(1);
});

test(`what is queued goes out within ${REFRESH_MILLISECONDS / 1000} s where listening is never possible`, async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const trackerId = await register();
  await start({ socketFolder: "/nobody/listens/here", user: "nobody" });
  await queue(trackerId);
  await tracker.report([toRecord(FIRST_TIME + 1000)]);
  expect(tracker.instructions).toEqual([]);
  await vi.advanceTimersByTimeAsync(REFRESH_MILLISECONDS);
  vi.useRealTimers();
  await expect.poll(() => tracker.instructions.length).toBe(1);
});
