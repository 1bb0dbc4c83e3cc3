import { setTimeout as pause } from "node:timers/promises";
import { type CacheServer, cacheServer, hasRedis } from "@zpr/platform/testing";
import { callServer, speakerNamed, speeches, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { keepCallLedgers } from "./call-ledger.ts";
import { type EventReader, readEvents } from "./event-stream.ts";
import { FIRST_TIME, toRecord } from "./ledger.ts";
import { caller, look, type RunningServer, run } from "./running-server.ts";
import { type Service, servicesOf } from "./shape.ts";

/** How often each is killed: often enough to hit it at any point, and soon over. `ZPR_KILLS` asks for more. */
const KILLS = Number(process.env["ZPR_KILLS"] ?? 5);
const EACH_KIND = 3;
/** A minute or two on two cores of one's own; mostly it waits for processes that start. */
const LONG_MILLISECONDS = 480_000;

let database: DatabaseServer;
let cache: CacheServer | undefined;
/** What carries the raw log, in shapes where it is not the database. */
let engine: Service | undefined;
let api: RoleProcess;
/** An API process that services push to, apart from the one that the test asks. */
let door: RoleProcess;
let key: string;
let gateways: readonly RoleProcess[];
let ingests: readonly RoleProcess[];
let call: RunningServer["call"];
let reader: EventReader;

beforeAll(async () => {
  database = await databaseServer();
  engine = (await servicesOf(database.url)).find(({ kind }) => kind === "raw log");
  cache = hasRedis ? await cacheServer() : undefined;
  await cache?.start();
  const settings = cache && { ZPR_CACHE_URL: cache.url };
  const process = (role: string) => roleProcess(role, database.url, settings);
  api = await process("api");
  door = await process("api");
  gateways = [await process("gateway"), await process("gateway")];
  ingests = [await process("ingest"), await process("ingest")];
  await api.start();
  await Promise.all([door, ...gateways, ...ingests].map((one) => one.start()));
  key = await run(["user", "key", "ledger", "--admin"], api.environment);
  call = caller(api.url, key);
  reader = readEvents(api.url, key);
});
afterAll(async () => {
  await reader.stop();
  await Promise.all([api, door, ...gateways, ...ingests].map((one) => one.stop("SIGTERM")));
  await cache?.kill();
  await database.remove();
});

test.skipIf(!hasRedis)(
  "a fix that an ingest process records reaches who watches at the api process",
  async () => {
    const [speech] = speeches;
    if (!speech) throw new Error("no tracker speaks");
    const uniqueId = testImei("watched");
    const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", {
      name: "Watched",
    });
    const tracker = { studyId, protocol: speech.protocol, uniqueId };
    const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
    const port = gateways[0]?.portOf(speech.protocol) ?? 0;
    const tracked = await callServer(
      { host: "127.0.0.1", port },
      { speech, speaker: speakerNamed(uniqueId) },
    );
    await tracked.report([toRecord(FIRST_TIME)]);
    tracked.close();
    await expect
      .poll(() => reader.seen.filter(({ trackerId }) => trackerId === id))
      .toContainEqual(
        expect.objectContaining({
          kind: "fix",
          studyId,
          time: new Date(FIRST_TIME).toISOString(),
          position: [4.3, 51.2],
        }),
      );
  },
);

test(
  `gateways, ingests, the door of services, their database, their cache and what carries the raw log, each killed ${KILLS} times, lose and double nothing of any kind of tracker`,
  async () => {
    const ledgers = await keepCallLedgers({
      server: { call },
      portsOf: (protocol) => gateways.map((gateway) => gateway.portOf(protocol)),
      pushes: { apiUrl: api.url, url: door.url, key },
      eachKind: EACH_KIND,
    });
    const kills: Record<string, number> = {};
    const count = (kind: string) => () => {
      kills[kind] = (kills[kind] ?? 0) + 1;
    };
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
        killAndStart(gateways[kill % 2]).then(count("gateway")),
        killAndStart(ingests[kill % 2]).then(count("ingest")),
        killAndStart(door).then(count("api")),
        database.kill().then(count("database")),
        ...(cache ? [killCache(cache).then(count("cache"))] : []),
        ...(engine ? [killEngine(engine).then(count("engine"))] : []),
      ]);
    }
    await seeNews();
    await ledgers.stop();
    const kept = await ledgers.compare();
    const acknowledged = ledgers.acknowledged();
    console.table(
      Object.fromEntries(
        Object.keys(acknowledged).map((kind) => [
          kind,
          { acknowledged: acknowledged[kind], recorded: kept[kind] },
        ]),
      ),
    );
    console.table({ kills });
    expect(kept).toEqual(acknowledged);
    const kinds = ["gateway", "ingest", "api", "database"];
    const services = [...(cache ? ["cache"] : []), ...(engine ? ["engine"] : [])];
    for (const kind of [...kinds, ...services]) expect(kills[kind]).toBeGreaterThanOrEqual(KILLS);
  },
  LONG_MILLISECONDS,
);

async function killAndStart(one: RoleProcess | undefined): Promise<void> {
  await one?.stop("SIGKILL");
  await one?.start();
}

async function killEngine(service: Service): Promise<void> {
  await service.kill();
  await service.start();
}

/** Without it the API is ready as before, and says what it lacks. */
async function killCache(server: CacheServer): Promise<void> {
  await server.kill();
  await expect
    .poll(() => look<{ degraded?: string[] }>(`${api.url}/health/ready`))
    .toHaveProperty("degraded");
  await server.start();
}

/** Events cross processes after all that, and who watched was told that some were lost. */
async function seeNews(): Promise<void> {
  if (!cache) return;
  const before = reader.seen.length;
  await expect.poll(() => reader.seen.slice(before).map(({ kind }) => kind)).toContain("fix");
  expect(reader.seen).toContainEqual({ kind: "gap", studyId: null });
}
