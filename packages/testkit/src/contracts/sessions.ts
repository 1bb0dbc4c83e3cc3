import type { IdentityStores, NewSession, SignInAttempt, StudyRole } from "@zpr/ports";
import { describe, expect, it } from "vitest";

const NOW = new Date("2026-03-01T12:00:00Z");
const IDLE = new Date("2026-03-02T00:00:00Z");
const END = new Date("2026-03-08T12:00:00Z");

/** The stores under test, and a study made beside them. */
export interface IdentityBench {
  readonly stores: IdentityStores;
  makeStudy(name: string): Promise<number>;
}

/** What stores of sessions, sign-ins, memberships and API keys promise, whatever they are made of. */
export function describeSessions(name: string, make: () => IdentityBench): void {
  describe(`${name} keeps sessions`, () => {
    it("finds a session with its user and the roles of this moment", async () => {
      const { stores, makeStudy } = make();
      const session = await begin(stores);
      const studyId = await makeStudy("Scheldt");
      expect((await stores.sessions.find("hash", NOW))?.caller.studies).toEqual(new Map());
      await stores.memberships.setRole(studyId, session.userId, "editor");
      expect(await stores.sessions.find("hash", NOW)).toEqual({
        caller: caller(session.userId, [[studyId, "editor"]]),
        idleUntil: IDLE,
      });
    });

    it("ends a session that was idle too long, unless it was used meanwhile", async () => {
      const { stores } = make();
      await begin(stores);
      expect(await stores.sessions.find("hash", IDLE)).toBeUndefined();
      await stores.sessions.prolong("hash", END);
      expect(await stores.sessions.find("hash", IDLE)).toBeDefined();
    });

    it("ends every session in the end, however busy", async () => {
      const { stores } = make();
      await begin(stores);
      await stores.sessions.prolong("hash", new Date(END.getTime() + 1));
      expect(await stores.sessions.find("hash", END)).toBeUndefined();
    });

    it("gives the ID token back at the end, once", async () => {
      const { stores } = make();
      await begin(stores);
      expect(await stores.sessions.end("hash")).toEqual({ idToken: "token" });
      expect(await stores.sessions.end("hash")).toBeUndefined();
      expect(await stores.sessions.find("hash", NOW)).toBeUndefined();
    });

    it("gives a sign-in attempt once, and only to the browser that began it", async () => {
      const { signInAttempts } = make().stores;
      await signInAttempts.keep(attempt, NOW);
      expect(await signInAttempts.take("state", "another browser", NOW)).toBeUndefined();
      expect(await signInAttempts.take("state", "browser", NOW)).toEqual(attempt);
      expect(await signInAttempts.take("state", "browser", NOW)).toBeUndefined();
    });

    it("gives no sign-in attempt that came back too late", async () => {
      const { signInAttempts } = make().stores;
      await signInAttempts.keep(attempt, NOW);
      expect(await signInAttempts.take("state", "browser", IDLE)).toBeUndefined();
    });
  });

  describe(`${name} keeps memberships and API keys`, () => {
    it("names the studies of a member, and all of them to an administrator", async () => {
      const { stores, makeStudy } = make();
      const [first, second] = [await makeStudy("Scheldt"), await makeStudy("Rupel")];
      const one = { studyId: first, studyName: "Scheldt" };
      expect(await stores.memberships.of(caller(1, []))).toEqual([]);
      expect(await stores.memberships.of(caller(1, [[first, "viewer"]]))).toEqual([
        { ...one, role: "viewer" },
      ]);
      expect(await stores.memberships.of({ ...caller(1, []), administrator: true })).toEqual([
        { ...one, role: "owner" },
        { studyId: second, studyName: "Rupel", role: "owner" },
      ]);
    });

    it("replaces a role and takes it away", async () => {
      const { stores, makeStudy } = make();
      const { userId } = await begin(stores);
      const studyId = await makeStudy("Scheldt");
      for (const role of ["viewer", "owner", null] as const) {
        await stores.memberships.setRole(studyId, userId, role);
        const found = await stores.sessions.find("hash", NOW);
        expect(found?.caller.studies.get(studyId)).toBe(role ?? undefined);
      }
    });

    it("knows whom a key stands for until it is revoked", async () => {
      const { stores, makeStudy } = make();
      const studyId = await makeStudy("Scheldt");
      const key = await stores.apiKeys.create({
        name: "buoy",
        keyHash: "hash",
        studyId,
        scope: "ingest",
        createdAt: NOW,
      });
      if (key === "study-unknown") throw new Error(key);
      expect(await stores.apiKeys.use("hash", NOW)).toEqual({
        ...caller(key.id, []),
        kind: "api-key",
        name: "buoy",
        brings: new Set([studyId]),
      });
      expect(await stores.apiKeys.use("other", NOW)).toBeUndefined();
      expect(await stores.apiKeys.list("all")).toEqual([{ ...key, lastUsedAt: NOW }]);
      expect(await stores.apiKeys.revoke(key.id, IDLE)).toBe(true);
      expect(await stores.apiKeys.revoke(key.id, END)).toBe(false);
      expect(await stores.apiKeys.use("hash", END)).toBeUndefined();
      expect(await stores.apiKeys.list("all")).toMatchObject([{ revokedAt: IDLE }]);
    });

    it("gives an administrator's key everything, and no key for a study that is not there", async () => {
      const { apiKeys } = make().stores;
      const base = { name: "ops", createdAt: NOW };
      await apiKeys.create({ ...base, keyHash: "a", studyId: null, scope: "admin" });
      expect(await apiKeys.use("a", NOW)).toMatchObject({ administrator: true });
      expect(await apiKeys.create({ ...base, keyHash: "b", studyId: 99, scope: "read" })).toBe(
        "study-unknown",
      );
    });
  });
}

async function begin({ users, sessions }: IdentityStores): Promise<NewSession> {
  const user = await users.recognise({
    issuer: "https://issuer.example",
    subject: "1",
    name: "Ada",
    email: undefined,
    administrator: undefined,
  });
  const session = {
    idHash: "hash",
    userId: user.id,
    idToken: "token",
    createdAt: NOW,
    idleUntil: IDLE,
    expiresAt: END,
  };
  await sessions.start(session);
  return session;
}

function caller(id: number, studies: readonly (readonly [number, StudyRole])[]) {
  return {
    kind: "user" as const,
    id,
    name: "Ada",
    administrator: false,
    studies: new Map(studies),
  };
}

const attempt: SignInAttempt = {
  stateHash: "state",
  browserHash: "browser",
  nonce: "nonce",
  codeVerifier: "verifier",
  returnTo: "/lab",
  setupLinkHash: null,
  expiresAt: new Date("2026-03-01T12:10:00Z"),
};
