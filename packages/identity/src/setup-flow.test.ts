import { memoryCache } from "@zpr/platform";
import {
  isAway,
  postgresIdentityStores,
  postgresPeopleStore,
  postgresStudyStore,
} from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "./api-keys.ts";
import { createIdentity, type Identity } from "./identity.ts";
import { createAccount, listUsers } from "./people.ts";
import { freePort, type TestBrowser, testBrowser } from "./testing.ts";

const database = useDatabase();
const PASSWORD = "mudlark at low tide";
const GOOD = { name: "Ada", email: "ada@example.org", password: PASSWORD };

let app: FastifyInstance;
let identity: Identity;
let browser: TestBrowser;
let lateness: number;

beforeEach(async () => {
  lateness = 0;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  browser = testBrowser(origin);
  identity = createIdentity({
    stores: stores(),
    publicUrl: origin,
    cache: memoryCache(() => new Date(Date.now() + lateness)),
    log: Fastify().log,
    isAway,
    now: () => new Date(Date.now() + lateness),
  });
  app = Fastify({ forceCloseConnections: true });
  await app.register(identity.plugin);
  app.get("/lab", async () => "page");
  await app.listen({ port, host: "127.0.0.1" });
});
afterEach(() => app.close());

describe("an invitation", () => {
  it("makes the account of its address, signed in and in its study, and works once", async () => {
    const path = await invite("bert@example.org");
    const form = await browser.go(path);
    expect(form.text).toContain("the study Scheldt");
    const short = await browser.submit(form, { name: "Bert", password: "short" });
    expect([short.status, short.text.includes("too short")]).toEqual([422, true]);
    // The address is the invitation's, whatever the form says.
    const given = { name: "Bert", email: "eve@example.org", password: PASSWORD };
    expect((await browser.submit(short, given)).path).toBe("/lab");
    expect(await (await browser.request("/auth/me")).json()).toMatchObject({
      user: { email: "bert@example.org", administrator: false },
      studies: [{ name: "Scheldt", role: "editor" }],
    });
    expect((await browser.go(path)).status).toBe(410);
  });

  it("is gone when its time is over", async () => {
    const path = await invite("bert@example.org");
    lateness = 15 * 86_400_000;
    expect((await browser.go(path)).status).toBe(410);
  });
});

describe("the setup link", () => {
  it("makes the administrator, signed in at once, and works once", async () => {
    const path = await link();
    const form = await browser.go(path);
    expect(form.text).toContain("At least 12 characters");
    expect((await browser.submit(form, GOOD)).path).toBe("/lab");
    expect(await (await browser.request("/auth/me")).json()).toMatchObject({
      user: { name: "Ada", email: "ada@example.org", administrator: true },
    });
    expect((await browser.go(path)).status).toBe(410);
    const again = await browser.submit(form, { ...GOOD, email: "eve@example.org" });
    expect(again.status).toBe(410);
    expect(await identity.ensureSetupLink()).toBeUndefined();
    expect(await listUsers(stores())).toHaveLength(1);
  });

  it("lets the administrator sign in again with the password", async () => {
    await browser.submit(await browser.go(await link()), GOOD);
    await browser.submit(await browser.go("/auth/logout"), {});
    const form = await browser.go("/auth/login");
    expect((await browser.submit(form, GOOD)).path).toBe("/lab");
  });

  it.each([
    [{ password: "short" }, "too short"],
    [{ email: "longer@example.org", password: "longer@example.org" }, "must not be your e-mail"],
    [{ email: "nobody" }, "does not look like"],
    [{ name: "  " }, "Give the name"],
  ])("with %o says what is wrong, keeps what was typed, and stays good", async (change, said) => {
    const form = await browser.go(await link());
    const refused = await browser.submit(form, { ...GOOD, ...change });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(said);
    expect(refused.text).not.toContain(PASSWORD);
    expect((await browser.submit(refused, GOOD)).path).toBe("/lab");
  });

  it("shows what was typed as text, never as part of the page", async () => {
    const form = await browser.go(await link());
    const name = '"><script>alert(1)</script>';
    const refused = await browser.submit(form, { ...GOOD, name, password: "short" });
    expect(refused.text).toContain("&quot;&gt;&lt;script&gt;");
    expect(refused.text).not.toContain("<script>");
  });

  it("gives way to a newer one, and is good for a day", async () => {
    const old = await link();
    const fresh = await link();
    expect((await browser.go(old)).status).toBe(410);
    expect((await browser.go(fresh)).status).toBe(200);
    lateness = 24 * 3_600_000;
    expect((await browser.go(fresh)).status).toBe(410);
    expect((await browser.go("/auth/setup")).status).toBe(410);
  });
});

describe("an account made on the command line", () => {
  it("signs in; its address is taken from then on", async () => {
    const wanted = { ...GOOD, administrator: false };
    expect(await createAccount(stores(), wanted)).toMatchObject({ user: { name: "Ada" } });
    expect(await createAccount(stores(), { ...wanted, email: "ADA@example.org" })).toEqual({
      fault: "email-taken",
    });
    const form = await browser.go("/auth/login");
    expect((await browser.submit(form, GOOD)).path).toBe("/lab");
  });
});

describe("an API key", () => {
  it("opens its study by Bearer and by Basic until it is revoked", async () => {
    const made = await createApiKey(stores().apiKeys, { ...(await study()), scope: "read" }, now());
    if (made === "study-unknown") throw new Error(made);
    expect(made.secret).toMatch(/^zpr_[\w-]{43}$/);
    const known = { kind: "api-key", name: "QGIS", studies: new Map([[1, "viewer"]]) };
    expect(await asked(`Bearer ${made.secret}`)).toMatchObject(known);
    expect(await asked(`Basic ${btoa(`anybody:${made.secret}`)}`)).toMatchObject(known);
    const response = await browser.request("/api/v1/me", {
      headers: { authorization: `Bearer ${made.secret}` },
    });
    expect(await response.json()).toEqual({
      signedIn: true,
      kind: "api-key",
      user: { id: 1, name: "QGIS", email: null, administrator: false },
      studies: [{ id: 1, name: "Scheldt", role: "viewer" }],
    });
    await stores().apiKeys.revoke(made.key.id, now());
    expect(await asked(`Bearer ${made.secret}`)).toBeUndefined();
  });

  it("of an administrator opens everything", async () => {
    const made = await createApiKey(stores().apiKeys, { name: "ops", administrator: true }, now());
    if (made === "study-unknown") throw new Error(made);
    expect(await asked(`bearer ${made.secret}`)).toMatchObject({ administrator: true });
  });

  it.each([
    "Bearer zpr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "Bearer zpr_",
    "Bearer",
    "Bearer eyJhbGciOiJub25lIn0.e30.",
    "Basic !!",
    `Basic ${btoa("ada@example.org:mudlark at low tide")}`,
    "Digest x",
    "",
  ])("that is %j is refused, whatever session comes with it", async (authorization) => {
    await browser.submit(await browser.go(await link()), GOOD);
    const headers = { authorization, cookie: browser.cookieHeader("/") };
    expect(await identity.authenticate({ headers })).toBeUndefined();
  });

  it("is not needed to be nobody", async () => {
    expect(await identity.authenticate({ headers: {} })).toEqual({ kind: "anonymous" });
  });
});

function stores() {
  return postgresIdentityStores(database());
}

function now(): Date {
  return new Date();
}

function asked(authorization: string) {
  return identity.authenticate({ headers: { authorization } });
}

async function link(): Promise<string> {
  const { pathname, search } = new URL((await identity.ensureSetupLink()) ?? "");
  return `${pathname}${search}`;
}

async function invite(email: string): Promise<string> {
  const { studyId } = await study();
  const { url, tokenHash } = identity.newInvitation();
  const createdAt = new Date();
  await postgresPeopleStore(database()).add({
    studyId,
    email,
    role: "editor",
    tokenHash,
    invitedBy: "Ada",
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 14 * 86_400_000),
    letter: { subject: "Come", text: url },
  });
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

async function study() {
  const made = await postgresStudyStore(database()).create(
    { name: "Scheldt", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  return { name: "QGIS", studyId: made?.id ?? 0 };
}
