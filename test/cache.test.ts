import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createAccount } from "@zpr/identity";
import { testBrowser } from "@zpr/identity/testing";
import { itemCodeFromNumber } from "@zpr/model";
import { type CacheServer, cacheServer, hasRedis } from "@zpr/platform/testing";
import { connect, postgresIdentityStores } from "@zpr/storage";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DatabaseServer, databaseServer, type RoleProcess, roleProcess } from "./apart.ts";
import { caller, look, type RunningServer, run } from "./running-server.ts";

const TURNS = 10;
/** How old an answer to the public is at most, as the decision says. */
const BOUND_MILLISECONDS = 10_000;
const FLOOD = 3_000;
const ADA = { email: "ada@example.org", password: "mudlark at low tide" };

let database: DatabaseServer;
let client: pg.Client;
let cache: CacheServer;
/** Two processes that answer for one address, as behind a load balancer. */
let replicas: readonly [RoleProcess, RoleProcess];
let calls: readonly [RunningServer["call"], RunningServer["call"]];
let studyId: number;
let itemTypeId: number;
let code: string;
let items = 0;

describe.skipIf(!hasRedis)("two api processes on one database and one cache", () => {
  beforeAll(async () => {
    database = await databaseServer();
    client = new pg.Client({ connectionString: database.url });
    cache = await cacheServer();
    await cache.start();
    const settings = { ZPR_CACHE_URL: cache.url };
    const first = await roleProcess("api", database.url, settings);
    const publicUrl = { ZPR_PUBLIC_URL: first.url };
    replicas = [first, await roleProcess("api", database.url, { ...settings, ...publicUrl })];
    for (const replica of replicas) await replica.start();
    await client.connect();
    const key = await run(["user", "key", "cache", "--admin"], first.environment);
    calls = [caller(replicas[0].url, key), caller(replicas[1].url, key)];
    const store = connect({ url: database.url });
    const account = { ...ADA, name: "Ada", administrator: false };
    await createAccount(postgresIdentityStores(store), account);
    await store.destroy();
    // Many reports of one item are suspicious, but not where they are played.
    const study = { name: "Seen", simulated: true };
    studyId = (await calls[0]<{ id: number }>("POST", "/api/v1/studies", study)).id;
    const type = { studyId, name: "bottle" };
    itemTypeId = (await calls[0]<{ id: number }>("POST", "/api/v1/item-types", type)).id;
  });
  beforeEach(async () => {
    // However the last test left it.
    await cache.kill();
    await cache.start();
    code = itemCodeFromNumber(++items);
    await calls[0]("POST", "/api/v1/items", { studyId, itemTypeId, code });
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.stop("SIGTERM");
    await cache.kill();
    await client.end();
    await database.remove();
  });

  test("an answer is remembered for both, and no longer than it may be", async () => {
    await known();
    for (const replica of replicas) expect(await shownBy(replica)).toMatchObject({ count: 0 });
    const { name } = await shownBy(replicas[0]);
    // Past everybody who would say so.
    await client.query("update study set name = 'Past the cache' where id = $1", [studyId]);
    const since = performance.now();
    expect((await shownBy(replicas[1])).name).toBe(name);
    const told = async () => (await shownBy(replicas[1])).name;
    await expect.poll(told, { interval: 200 }).toBe("Past the cache");
    expect(performance.now() - since).toBeLessThan(BOUND_MILLISECONDS + 2_000);
  });

  test(`what one wrote is seen through the other at once, ${TURNS} times, with the cache as it should be, killed, emptied by that, standing still, and there again`, async () => {
    await known();
    await seenAtOnce();
    await cache.kill();
    await seenAtOnce();
    for (const { url } of replicas)
      expect(await look(`${url}/health/ready`)).toHaveProperty("degraded");
    await cache.start();
    await known();
    await seenAtOnce();
    cache.freeze();
    await seenAtOnce();
    cache.thaw();
    await known();
    await seenAtOnce();
    // In the middle of it, without waiting for anything.
    const killing = pause(100).then(() => cache.kill());
    await seenAtOnce();
    await killing;
  });

  test("who signs out through one is signed out at the other, with the cache or without", async () => {
    await known();
    await signInAndOut();
    await cache.kill();
    await signInAndOut();
  });

  test("tries of passwords are counted together", async () => {
    await known();
    const who = browserThrough(turns());
    const statuses: number[] = [];
    const form = await who.go("/auth/login");
    for (let n = 0; n < 11; n++) {
      const landing = await who.submit(form, { email: `${code}@example.org`, password: `${n}` });
      statuses.push(landing.status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  test("a flood is one flood, whoever hears it, also when the cache is killed then", async () => {
    await known();
    const heard = await Promise.all(replicas.map((replica) => flood(replica, 0.95 * FLOOD)));
    // Neither heard enough by itself.
    for (const answers of heard) expect(answers.map(({ status }) => status)).toContain(429);
    await refusedByBoth();
    await cache.kill();
    await refusedByBoth();
  });
});

async function refusedByBoth(): Promise<void> {
  for (const replica of replicas) {
    const [refused] = await flood(replica, 1);
    expect(refused?.status).toBe(429);
    expect(refused?.retryAfter).toBeGreaterThan(3_000);
    expect(refused?.retryAfter).toBeLessThanOrEqual(3_600);
  }
}

/** What a process tells anybody of the item and of its study. */
async function shownBy({ url }: RoleProcess) {
  const [item, study, journey] = await Promise.all([
    look<{ study: { name: string }; sightingCount: number }>(`${url}/api/v1/items/${code}`),
    look<{ name: string; sightingCount: number }>(`${url}/api/v1/studies/${studyId}/public`),
    look<{ features: readonly unknown[] }>(`${url}/api/v1/items/${code}/journey`),
  ]);
  return {
    name: item.study.name,
    count: item.sightingCount,
    reports: study.sightingCount,
    places: journey.features.length,
  };
}

/** Resolves when the cache is there for both, as each of them says. */
async function known(): Promise<void> {
  for (const { url } of replicas)
    await expect.poll(() => look(`${url}/health/ready`)).not.toHaveProperty("degraded");
  // A cache that did not answer is left alone for a second.
  await pause(1_100);
}

async function seenAtOnce(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const [writer, reader] = turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const { count, places } = await shownBy(replicas[reader]);
    const name = `Seen ${randomUUID()}`;
    await calls[writer]("PATCH", `/api/v1/studies/${studyId}`, { name });
    expect(await shownBy(replicas[reader])).toMatchObject({ name, count, places });
    await report(replicas[writer]);
    const after = await shownBy(replicas[reader]);
    expect(after).toMatchObject({ name, count: count + 1, places: places + 1 });
  }
  // In a crowd of reports the numbers of their study follow once a second.
  const { rows } = await client.query("select count(*)::int as reports from sighting");
  for (const replica of replicas)
    await expect
      .poll(async () => (await shownBy(replica)).reports, { timeout: 3_000 })
      .toBe(rows[0]?.reports);
}

async function report({ url }: RoleProcess): Promise<void> {
  const response = await fetch(`${url}/api/v1/items/${code}/sightings`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      id: randomUUID(),
      seenAt: new Date().toISOString(),
      position: [4.4, 51.2],
      accuracyMetres: 10,
      positionSource: "gps",
      surroundings: "bank",
      condition: "worn",
      putBack: "not-touched",
      locale: "en",
    }),
  });
  expect(response.status).toBe(201);
}

/** The processes in turns, as a load balancer has them. */
function turns(): () => RoleProcess {
  let turn = 0;
  return () => (turn++ % 2 === 0 ? replicas[0] : replicas[1]);
}

/** A browser at the public address, behind which one of the processes answers. */
function browserThrough(next: () => RoleProcess) {
  const { origin, host } = new URL(replicas[0].url);
  return testBrowser(origin, (url, init) =>
    fetch(`${next().url}${url.pathname}${url.search}`, {
      ...init,
      headers: { ...init.headers, "x-forwarded-host": host, "x-forwarded-proto": "http" },
    }),
  );
}

async function signInAndOut(): Promise<void> {
  const who = browserThrough(turns());
  expect((await who.submit(await who.go("/auth/login?returnTo=/lab"), ADA)).path).toBe("/lab");
  const cookie = who.cookieHeader("/");
  const signedIn = () =>
    Promise.all(
      replicas.map(async ({ url }) => {
        const response = await fetch(`${url}/auth/me`, { headers: { cookie } });
        return ((await response.json()) as { signedIn: boolean }).signedIn;
      }),
    );
  expect(await signedIn()).toEqual([true, true]);
  await who.submit(await who.go("/auth/logout"), {});
  expect(await signedIn()).toEqual([false, false]);
}

/** Photos of reports that nobody made, all from one address, until they are refused; the answers in order. */
async function flood({ url }: RoleProcess, most: number) {
  const answers: { status: number; retryAfter: number }[] = [];
  let left = most;
  const sender = async () => {
    while (left-- > 0 && answers.at(-1)?.status !== 429) {
      const response = await fetch(`${url}/api/v1/sightings/${randomUUID()}/photos/1`, {
        method: "PUT",
        headers: { "content-type": "image/jpeg", "x-forwarded-for": "203.0.113.7" },
        body: "x",
      });
      await response.text();
      const retryAfter = Number(response.headers.get("retry-after"));
      answers.push({ status: response.status, retryAfter });
    }
  };
  await Promise.all(Array.from({ length: 20 }, sender));
  return answers;
}
