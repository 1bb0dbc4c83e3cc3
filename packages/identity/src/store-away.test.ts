import { memoryCache } from "@zpr/platform";
import type { IdentityStores } from "@zpr/ports";
import { isAway, postgresIdentityStores } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createIdentity } from "./identity.ts";
import { createAccount } from "./people.ts";
import { freePort, type Landing, type TestBrowser, testBrowser } from "./testing.ts";

const database = useDatabase();
const PASSWORD = "mudlark at low tide";

let app: FastifyInstance;
let browser: TestBrowser;
let away: boolean;

beforeEach(async () => {
  away = false;
  const stores = postgresIdentityStores(database());
  await createAccount(stores, {
    name: "Ada",
    email: "ada@example.org",
    password: PASSWORD,
    administrator: false,
  });
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  browser = testBrowser(publicUrl);
  const identity = createIdentity({
    stores: whichMayBeAway(stores),
    publicUrl,
    cache: memoryCache(() => new Date()),
    log: Fastify().log,
    isAway,
    now: () => new Date(),
  });
  app = Fastify({ forceCloseConnections: true });
  // As the API does.
  app.setErrorHandler((error, _request, reply) =>
    isAway(error) ? reply.code(503).header("retry-after", 5).send() : reply.code(500).send(),
  );
  await app.register(identity.plugin);
  app.get("/lab", async () => "page");
  await app.listen({ port, host: "127.0.0.1" });
});
afterEach(() => app.close());

test("who signs in while the database is away is told to come again, at each step, and then gets in", async () => {
  const login = await browser.request("/auth/login");
  const toProvider = pathOf(login);
  await comesAgain(() => browser.request("/auth/login"));
  const atProvider = await whileAway(() => browser.request(toProvider));
  expect([303, 503]).toContain(atProvider.status);
  if (atProvider.status === 303) await comesAgain(() => browser.request(pathOf(atProvider)));

  const form = await browser.go("/auth/login");
  await comesAgain(() => browser.request(form.path));
  await comesAgain(() => submitOnly(form));
  const toResume = pathOf(await submitOnly(form));
  const resumed = await whileAway(() => browser.request(toResume));
  expect([303, 503]).toContain(resumed.status);

  const again = await browser.go("/auth/login");
  const toCallback = pathOf(await browser.request(pathOf(await submitOnly(again))));
  expect(toCallback).toMatch(/^\/auth\/callback/);
  await comesAgain(() => browser.request(toCallback));
  expect((await browser.go(toCallback)).path).toBe("/lab");
});

test("who signs out at the provider while the database is away is told to come again", async () => {
  const form = await browser.go("/auth/login");
  await browser.submit(form, { email: "ada@example.org", password: PASSWORD });
  await comesAgain(() => browser.request("/oidc/session/end"));
});

async function comesAgain(ask: () => Promise<Response>): Promise<void> {
  const { status, headers } = await whileAway(ask);
  expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
}

async function whileAway(ask: () => Promise<Response>): Promise<Response> {
  away = true;
  try {
    return await ask();
  } finally {
    away = false;
  }
}

function submitOnly({ path }: Landing): Promise<Response> {
  return browser.request(path, {
    method: "POST",
    body: new URLSearchParams({ email: "ada@example.org", password: PASSWORD }),
    headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  });
}

function pathOf({ headers }: Response): string {
  const { pathname, search } = new URL(headers.get("location") ?? "", "http://localhost");
  return `${pathname}${search}`;
}

/** Real stores, each of whose calls fails as a database that is away lets it fail. */
function whichMayBeAway(stores: IdentityStores): IdentityStores {
  const refused = () =>
    Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  const guarded = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (typeof value === "function") return away ? refused : value.bind(target);
        return typeof value === "object" && value !== null ? guarded(value) : value;
      },
    });
  return guarded(stores);
}
