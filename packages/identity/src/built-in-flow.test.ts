import { memoryCache } from "@zpr/platform";
import { isAway, postgresIdentityStores } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIdentity, type Identity } from "./identity.ts";
import { createAccount } from "./people.ts";
import { freePort, type TestBrowser, testBrowser } from "./testing.ts";

const database = useDatabase();
const PASSWORD = "mudlark at low tide";
const HOUR = 3_600_000;

let app: FastifyInstance;
let identity: Identity;
let origin: string;
let browser: TestBrowser;
let lateness: number;

beforeEach(async () => {
  lateness = 0;
  const port = await freePort();
  origin = `http://localhost:${port}`;
  ({ app, identity } = await serve(port));
  browser = testBrowser(origin);
  await createAccount(postgresIdentityStores(database()), {
    name: "Ada",
    email: "ada@example.org",
    password: PASSWORD,
    administrator: false,
  });
});
afterEach(() => app.close());

describe("signing in with the built-in provider", () => {
  it("goes by form and callback to where one wanted to be, and out again", async () => {
    expect(await meOf(browser)).toEqual({ signedIn: false });
    const form = await browser.go("/auth/login?returnTo=/lab/trackers");
    expect(form).toMatchObject({ status: 200, path: expect.stringMatching(/^\/oidc\/sign-in\//) });
    const landing = await browser.submit(form, { email: "ADA@example.org", password: PASSWORD });
    expect(landing.path).toBe("/lab/trackers");
    expect(await meOf(browser)).toEqual({
      signedIn: true,
      kind: "user",
      user: { id: 1, name: "Ada", email: "ada@example.org", administrator: false },
      studies: [],
    });

    const question = await browser.go("/auth/logout");
    expect(await meOf(browser)).toMatchObject({ signedIn: true });
    const session = browser.cookieHeader("/");
    expect((await browser.submit(question, {})).path).toBe("/");
    expect(await meOf(browser)).toEqual({ signedIn: false });
    expect(await identity.authenticate({ headers: { cookie: session } })).toBeUndefined();
    expect((await browser.go("/auth/login")).path).toMatch(/^\/oidc\/sign-in\//);
  });

  it("gives the browser one cookie that scripts cannot read, and no token", async () => {
    const form = await browser.go("/auth/login");
    const sent: string[] = [];
    const landing = await browser.submit(form, { email: "ada@example.org", password: PASSWORD });
    expect(landing.path).toBe("/lab");
    for (const [name, value] of browser.cookies) sent.push(name, value);
    expect(browser.cookies.get("zpr")).toMatch(/^[\w-]{43}$/);
    expect(sent.join(" ")).not.toMatch(/eyJ/);
    const response = await browser.request("/auth/login");
    expect(
      response.headers.getSetCookie().every((line) => /HttpOnly; SameSite=Lax/.test(line)),
    ).toBe(true);
  });

  it("says the same of a wrong password and of an unknown account, and lets one try again", async () => {
    const form = await browser.go("/auth/login");
    const wrong = await browser.submit(form, { email: "ada@example.org", password: "wrong" });
    const unknown = await browser.submit(form, { email: "eve@example.org", password: "wrong" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.text).toContain('role="alert"');
    expect(unknown.text.replaceAll("eve@", "ada@")).toBe(wrong.text);
    expect((await browser.submit(wrong, { password: PASSWORD })).path).toBe("/lab");
  });

  it("stops somebody who tries too many passwords, whatever the password", async () => {
    const form = await browser.go("/auth/login");
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries++)
      statuses.push((await browser.submit(form, { email: "ada@example.org" })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
    const right = { email: "ada@example.org", password: PASSWORD };
    expect((await browser.submit(form, right)).status).toBe(429);
    lateness = HOUR / 4;
    expect((await browser.submit(form, right)).path).toBe("/lab");
  });

  it("asks nothing of somebody who is signed in at the provider already, and starts a new session", async () => {
    await signIn(browser);
    const first = browser.cookieHeader("/");
    expect((await browser.go("/auth/login?returnTo=/7KD3A9")).path).toBe("/7KD3A9");
    expect(browser.cookieHeader("/")).not.toBe(first);
    expect(await identity.authenticate({ headers: { cookie: first } })).toBeUndefined();
  });

  it("speaks the language asked for, then the browser's, and changes it on request", async () => {
    expect((await browser.go("/auth/login?ui_locales=nl")).text).toContain('<html lang="nl">');
    const login = await browser.request("/auth/login", { headers: { "accept-language": "fr-BE" } });
    const french = await browser.go(login.headers.get("location") ?? "");
    expect(french.text).toContain("Mot de passe");
    const german = await browser.go(`${french.path}?lang=de`);
    expect(german.text).toContain("Passwort");
    const again = await browser.submit(german, { email: "ada@example.org", password: "x" });
    expect(again.text).toContain("gehören nicht zusammen");
  });

  it("shows pages that run no script, load nothing, and cannot be framed", async () => {
    const { headers, text } = await browser.go("/auth/login");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });
});

describe("a callback", () => {
  it("counts once", async () => {
    const form = await browser.go("/auth/login");
    const callback = await callbackOf(form);
    expect((await browser.go(callback)).path).toBe("/lab");
    const replayed = await browser.go(callback);
    expect(replayed.status).toBe(400);
    expect(replayed.text).toContain("/auth/login");
  });

  it("counts only in the browser that began, and only with the state it began with", async () => {
    const form = await browser.go("/auth/login");
    const callback = await callbackOf(form);
    expect((await testBrowser(origin).go(callback)).status).toBe(400);
    const other = testBrowser(origin);
    await other.go("/auth/login");
    expect((await other.go(callback)).status).toBe(400);
    expect(await meOf(other)).toEqual({ signedIn: false });
    const forged = callback.replace(/state=[^&]+/, "state=forged");
    expect((await browser.go(forged)).status).toBe(400);
    expect((await browser.go(callback)).path).toBe("/lab");
  });

  it("refuses a code that is not the provider's", async () => {
    const form = await browser.go("/auth/login");
    const callback = await callbackOf(form);
    expect((await browser.go(callback.replace(/code=[^&]+/, "code=guessed"))).status).toBe(400);
    expect(await meOf(browser)).toEqual({ signedIn: false });
  });

  async function callbackOf(form: Awaited<ReturnType<TestBrowser["go"]>>): Promise<string> {
    let response = await browser.request(form.path, {
      method: "POST",
      body: new URLSearchParams({ email: "ada@example.org", password: PASSWORD }),
      headers: { origin },
    });
    for (;;) {
      const location = response.headers.get("location") ?? "";
      const { pathname, search } = new URL(location, origin);
      if (pathname === "/auth/callback") return `${pathname}${search}`;
      response = await browser.request(`${pathname}${search}`);
    }
  }
});

describe("strangers", () => {
  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/auth/login"])(
    "are not sent on to %s after sign-in",
    async (returnTo) => {
      const form = await browser.go(`/auth/login?${new URLSearchParams({ returnTo })}`);
      const landing = await browser.submit(form, { email: "ada@example.org", password: PASSWORD });
      expect(landing.path).toBe("/lab");
    },
  );

  it("cannot sign somebody in or out from another site", async () => {
    const form = await browser.go("/auth/login");
    const foreign = { origin: "https://evil.example" };
    const body = new URLSearchParams({ email: "ada@example.org", password: PASSWORD });
    const signIn = await browser.request(form.path, { method: "POST", body, headers: foreign });
    expect(signIn.status).toBe(403);
    const signOut = await browser.request("/auth/logout", { method: "POST", headers: foreign });
    expect(signOut.status).toBe(403);
  });

  it("cannot use the sign-in page of another browser", async () => {
    const form = await browser.go("/auth/login");
    expect((await testBrowser(origin).go(form.path)).status).toBe(400);
  });

  it("get no code without PKCE, for another address, or for another client", async () => {
    const url = new URL(
      (await browser.request("/auth/login")).headers.get("location") ?? "",
      origin,
    );
    const ask = async (change: (query: URLSearchParams) => void) => {
      const query = new URLSearchParams(url.searchParams);
      change(query);
      return browser.go(`${url.pathname}?${query}`);
    };
    const bare = await ask((query) => {
      query.delete("code_challenge");
      query.delete("code_challenge_method");
    });
    expect(bare.path).toMatch(/^\/auth\/callback\?error=invalid_request/);
    const plain = await ask((query) => query.set("code_challenge_method", "plain"));
    expect(plain.path).toMatch(/^\/auth\/callback\?error=invalid_request/);
    const elsewhere = await ask((query) => query.set("redirect_uri", "https://evil.example/"));
    expect(elsewhere).toMatchObject({ status: 400, path: expect.stringMatching(/^\/oidc\/auth/) });
    expect((await ask((query) => query.set("client_id", "other"))).status).toBe(400);
  });

  it("do not move the provider by the host they name", async () => {
    const response = await app.inject({
      url: "/oidc/.well-known/openid-configuration",
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    expect(response.json()).toMatchObject({
      issuer: `${origin}/oidc`,
      token_endpoint: `${origin}/oidc/token`,
      code_challenge_methods_supported: ["S256"],
      response_types_supported: ["code"],
    });
  });
});

describe("a session", () => {
  it("ends after 12 idle hours, and after 7 days however busy", async () => {
    await signIn(browser);
    const request = { headers: { cookie: browser.cookieHeader("/") } };
    for (lateness = 0; lateness < 7 * 24 * HOUR; lateness += 11 * HOUR)
      expect(await identity.authenticate(request)).toMatchObject({ kind: "user", name: "Ada" });
    lateness = 7 * 24 * HOUR;
    expect(await identity.authenticate(request)).toBeUndefined();

    const other = testBrowser(origin);
    await signIn(other);
    lateness += 12 * HOUR;
    expect(
      await identity.authenticate({ headers: { cookie: other.cookieHeader("/") } }),
    ).toBeUndefined();
  });

  it("outlives a restart of the server, and so do the provider's keys", async () => {
    await signIn(browser);
    const keys = async () => (await browser.request("/oidc/jwks")).json();
    const before = await keys();
    await app.close();
    ({ app, identity } = await serve(Number(new URL(origin).port)));
    expect(await meOf(browser)).toMatchObject({ signedIn: true });
    expect(await keys()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('"d"');
  });
});

it("leads somebody who came by another name of this machine to the public one, once", async () => {
  const { port } = new URL(origin);
  const visit = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" })).headers.get(
      "location",
    );
  expect(await visit("/auth/login?returnTo=/lab")).toBe(
    `${origin}/auth/login?returnTo=%2Flab&here=1`,
  );
  expect(await visit("/auth/login?here=1")).toMatch(`${origin}/oidc/auth`);
});

it("works over https behind a proxy that hides both name and encryption", async () => {
  const { port } = new URL(origin);
  await app.close();
  ({ app, identity } = await serve(Number(port), "https://zpr.example"));
  const lines: string[] = [];
  const outside = testBrowser("https://zpr.example", async ({ pathname, search }, init) => {
    const response = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    lines.push(...response.headers.getSetCookie());
    return response;
  });
  await signIn(outside);
  expect(await meOf(outside)).toMatchObject({ signedIn: true });
  expect(lines.every((line) => /; secure/i.test(line))).toBe(true);
  expect([...outside.cookies.keys()].filter((name) => !name.endsWith(".sig"))).toEqual([
    "__Host-zpr-sign-in",
    "zpr-interaction",
    "__Host-zpr-provider",
    "__Host-zpr",
  ]);
  await outside.submit(await outside.go("/auth/logout"), {});
  expect(await meOf(outside)).toEqual({ signedIn: false });
});

async function serve(port: number, publicUrl = `http://localhost:${port}`) {
  const identity = createIdentity({
    stores: postgresIdentityStores(database()),
    publicUrl,
    cache: memoryCache(() => new Date(Date.now() + lateness)),
    log: Fastify().log,
    isAway,
    now: () => new Date(Date.now() + lateness),
  });
  const app = Fastify({ forceCloseConnections: true });
  // As the API does: a wrong key must not pass for nothing, on no route.
  app.addHook("onRequest", async (request) => {
    if (request.headers.authorization && !(await identity.authenticate(request)))
      throw new Error("credentials-invalid");
  });
  await app.register(identity.plugin);
  for (const path of ["/", "/lab", "/lab/*", "/7KD3A9"]) app.get(path, async () => "page");
  await app.listen({ port, host: "127.0.0.1" });
  return { app, identity };
}

async function signIn(who: TestBrowser): Promise<void> {
  const form = await who.go("/auth/login");
  const landing = await who.submit(form, { email: "ada@example.org", password: PASSWORD });
  expect(landing.path).toBe("/lab");
}

async function meOf(who: TestBrowser): Promise<unknown> {
  return (await who.request("/auth/me")).json();
}
