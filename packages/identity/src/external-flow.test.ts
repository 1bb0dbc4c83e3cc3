import { memoryCache } from "@zpr/platform";
import { isAway, postgresIdentityStores } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import Fastify, { type FastifyInstance } from "fastify";
import type { JWTPayload } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIdentity, type Identity } from "./identity.ts";
import { type StandInIssuer, standInIssuer } from "./stand-in-issuer.ts";
import { freePort, type TestBrowser, testBrowser } from "./testing.ts";

const database = useDatabase();
const CLIENT = "zpr-at-work";

let issuer: StandInIssuer;
let app: FastifyInstance;
let identity: Identity;
let browser: TestBrowser;
let origin: string;

beforeEach(async () => {
  issuer = await standInIssuer();
  await start("cognito:groups");
});
afterEach(() => Promise.all([app.close(), issuer.stop()]));

describe("signing in with an external issuer", () => {
  it("recognises the person by issuer and subject, and learns the name", async () => {
    issuer.person = { sub: "7", id: { name: "Grace", email: "grace@example.org" } };
    expect(await signIn("/lab/trackers")).toMatchObject({ path: "/lab/trackers" });
    expect(await me()).toMatchObject({
      user: { id: 1, name: "Grace", email: "grace@example.org", administrator: false },
    });
    issuer.person = { sub: "7", id: { name: "Grace H.", email: "grace@example.org" } };
    await signIn();
    expect(await me()).toMatchObject({ user: { id: 1, name: "Grace H." } });
    expect(issuer.asked[0]?.get("client_secret")).toBe("between us");
    expect(issuer.asked[0]?.get("code_verifier")).toMatch(/^[\w-]{43,}$/);
  });

  it("asks the user info endpoint for what the tokens leave out", async () => {
    issuer.person = { sub: "7", access: { username: "grace" } };
    await signIn();
    expect(await me()).toMatchObject({
      user: { name: "grace", email: "from-userinfo@example.org" },
    });
  });

  it("makes administrators of the members of the group, as long as they are in it", async () => {
    issuer.person = { sub: "7", access: { "cognito:groups": ["admin", "others"] } };
    await signIn();
    expect(await me()).toMatchObject({ user: { administrator: true } });
    expect(await identity.ensureSetupLink()).toBeUndefined();
    issuer.person = { sub: "7", access: { "cognito:groups": ["others"] } };
    await signIn();
    expect(await me()).toMatchObject({ user: { administrator: false } });
    expect(await identity.ensureSetupLink()).toBeUndefined();
  });

  it("refuses an ID token with the nonce of another sign-in, or for somebody else", async () => {
    issuer.person = { sub: "7", id: { nonce: "another" } };
    expect(await signIn()).toMatchObject({ status: 400 });
    issuer.person = { sub: "7", id: { aud: "another-client" } };
    expect(await signIn()).toMatchObject({ status: 400 });
    issuer.person = { sub: "7", id: { iss: "https://evil.example" } };
    expect(await signIn()).toMatchObject({ status: 400 });
    expect(await me()).toEqual({ signedIn: false });
  });

  it("ends the session here, then sends the browser to end it at the issuer", async () => {
    issuer.person = { sub: "7", id: { name: "Grace", email: "grace@example.org" } };
    await signIn();
    const question = await browser.go("/auth/logout");
    expect(question.headers.get("content-security-policy")).toContain(
      `form-action 'self' ${issuer.url};`,
    );
    const left = new URL((await browser.submit(question, {})).path);
    expect(left.origin + left.pathname).toBe(`${issuer.url}/logout`);
    expect(left.searchParams.get("post_logout_redirect_uri")).toBe(`${origin}/`);
    expect(left.searchParams.get("id_token_hint")).toMatch(/^eyJ/);
    expect(await me()).toEqual({ signedIn: false });
  });

  it("says so when the issuer does not answer, and recovers when it does", async () => {
    await issuer.stop();
    const failed = await browser.go("/auth/login");
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(failed.text).toContain("Try again in a minute");
    expect((await browser.go("/oidc/auth")).status).toBe(404);
  });
});

describe("the first administrator, where no claim says who it is", () => {
  beforeEach(async () => {
    await app.close();
    await start(undefined);
  });

  it("is whoever signs in from the setup link, once", async () => {
    const link = new URL((await identity.ensureSetupLink()) ?? "");
    const page = await browser.go(`${link.pathname}${link.search}`);
    expect(page.text).toContain(new URL(issuer.url).host);
    const start = /href="(\/auth\/login[^"]+)"/.exec(page.text)?.[1] ?? "";
    issuer.person = { sub: "7", id: { name: "Grace", email: "grace@example.org" } };
    await answered(await browser.go(start.replaceAll("&amp;", "&")));
    expect(await me()).toMatchObject({ user: { name: "Grace", administrator: true } });

    issuer.person = { sub: "8", id: { name: "Eve", email: "eve@example.org" } };
    await answered(await browser.go(start.replaceAll("&amp;", "&")));
    expect(await me()).toMatchObject({ user: { name: "Eve", administrator: false } });
    expect((await browser.go(`${link.pathname}${link.search}`)).status).toBe(410);
    expect(await identity.ensureSetupLink()).toBeUndefined();
  });
});

describe("an access token of the issuer", () => {
  const bearer = async (claims: JWTPayload, key?: "own" | "stranger's") => ({
    headers: { authorization: `Bearer ${await issuer.sign(claims, key)}` },
  });
  const cognito = { sub: "7", client_id: CLIENT, token_use: "access", username: "grace" };

  it("stands for a user, as Cognito writes it: no audience, groups of its own", async () => {
    const first = await identity.authenticate(await bearer(cognito));
    expect(first).toMatchObject({ kind: "user", id: 1, name: "grace", administrator: false });
    const admin = await bearer({ ...cognito, "cognito:groups": ["admin"] });
    expect(await identity.authenticate(admin)).toMatchObject({ id: 1, administrator: true });
    expect(await identity.authenticate(await bearer(cognito))).toMatchObject({
      id: 1,
      administrator: false,
    });
  });

  it("does not rename somebody who signed in", async () => {
    issuer.person = { sub: "7", id: { name: "Grace", email: "grace@example.org" } };
    await signIn();
    const admin = await bearer({ ...cognito, "cognito:groups": ["admin"] });
    expect(await identity.authenticate(admin)).toMatchObject({ name: "Grace" });
  });

  it("may name us as its audience instead", async () => {
    const token = await bearer({ sub: "7", aud: ["another", CLIENT] });
    expect(await identity.authenticate(token)).toMatchObject({ kind: "user" });
  });

  it.each([
    ["is signed by somebody else", cognito, "stranger's"],
    ["has expired", { ...cognito, exp: 1_000_000_000 }, "own"],
    ["is of another issuer", { ...cognito, iss: "https://evil.example" }, "own"],
    ["is for another client", { ...cognito, client_id: "another" }, "own"],
    ["is for another audience", { sub: "7", aud: "another" }, "own"],
    ["is an ID token of Cognito", { ...cognito, aud: CLIENT, token_use: "id" }, "own"],
    ["is an ID token of Keycloak", { sub: "7", aud: CLIENT, typ: "ID" }, "own"],
    ["is an ID token of anybody", { sub: "7", aud: CLIENT, nonce: "n" }, "own"],
  ] as const)("stands for nobody when it %s", async (_why, claims, key) => {
    expect(await identity.authenticate(await bearer(claims, key))).toBeUndefined();
    expect(await postgresIdentityStores(database()).users.list()).toEqual([]);
  });

  it("stands for nobody when it is no token, or signed with a public secret", async () => {
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const body = Buffer.from(JSON.stringify({ ...cognito, iss: issuer.url })).toString("base64url");
    for (const token of ["", "x", "a.b.c", `${none}.${body}.`])
      expect(
        await identity.authenticate({ headers: { authorization: `Bearer ${token}` } }),
      ).toBeUndefined();
  });
});

async function start(rolesClaim: string | undefined): Promise<void> {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  browser = testBrowser(origin);
  identity = createIdentity({
    stores: postgresIdentityStores(database()),
    publicUrl: origin,
    external: { issuer: issuer.url, clientId: CLIENT, clientSecret: "between us", rolesClaim },
    cache: memoryCache(() => new Date()),
    log: Fastify().log,
    isAway,
    now: () => new Date(),
  });
  app = Fastify({ forceCloseConnections: true });
  await app.register(identity.plugin);
  for (const path of ["/", "/lab", "/lab/*"]) app.get(path, async () => "page");
  await app.listen({ port, host: "127.0.0.1" });
}

async function signIn(returnTo = "/lab") {
  return answered(await browser.go(`/auth/login?${new URLSearchParams({ returnTo })}`));
}

/** The issuer knows who is there and answers at once. */
async function answered({ path }: Awaited<ReturnType<TestBrowser["go"]>>) {
  expect(path).toMatch(`${issuer.url}/authorize`);
  const response = await fetch(path, { redirect: "manual" });
  const { pathname, search } = new URL(response.headers.get("location") ?? "");
  return browser.go(`${pathname}${search}`);
}

async function me(): Promise<unknown> {
  return (await browser.request("/auth/me")).json();
}
