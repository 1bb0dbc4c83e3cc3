import type { ProviderArtifact, ProviderStore } from "@zpr/ports";
import { describe, expect, it } from "vitest";

const CODE = { kind: "AuthorizationCode", id: "1" };

/** What every memory of the built-in provider promises, whatever it is made of. */
export function describeProviderStore(name: string, make: () => ProviderStore): void {
  describe(`${name} is a provider store`, () => {
    it("gives back what was written last, by id, uid and user code", async () => {
      const store = make();
      await store.upsert(CODE, artifact({ uid: "u", userCode: "c" }));
      await store.upsert(CODE, artifact({ uid: "u", userCode: "c", payload: { scope: "openid" } }));
      const kept = { payload: { scope: "openid" }, consumedAt: null };
      expect(await store.find(CODE)).toEqual(kept);
      expect(await store.findBy("uid", CODE.kind, "u")).toEqual(kept);
      expect(await store.findBy("userCode", CODE.kind, "c")).toEqual(kept);
      expect(await store.findBy("uid", "Session", "u")).toBeUndefined();
      expect(await store.find({ ...CODE, kind: "Session" })).toBeUndefined();
    });

    it("lets one of two use up an artifact", async () => {
      const store = make();
      await store.upsert(CODE, artifact({}));
      const now = new Date("2026-03-01T12:00:00Z");
      const outcomes = await Promise.all([store.consume(CODE, now), store.consume(CODE, now)]);
      expect(outcomes.sort()).toEqual([false, true]);
      expect(await store.find(CODE)).toMatchObject({ consumedAt: now });
    });

    it("forgets what expired, was destroyed, or belonged to a revoked grant", async () => {
      const store = make();
      await store.upsert(CODE, artifact({ expiresAt: new Date(Date.now() - 1000) }));
      expect(await store.find(CODE)).toBeUndefined();

      await store.upsert(CODE, artifact({ grantId: "g" }));
      await store.upsert({ ...CODE, id: "2" }, artifact({ grantId: "other" }));
      await store.revokeGrant(CODE.kind, "g");
      expect(await store.find(CODE)).toBeUndefined();
      expect(await store.find({ ...CODE, id: "2" })).toBeDefined();
      await store.destroy({ ...CODE, id: "2" });
      expect(await store.find({ ...CODE, id: "2" })).toBeUndefined();
    });

    it("makes a secret once, also when two processes start together", async () => {
      const store = make();
      let made = 0;
      const make1 = () => store.secret("key", async () => ({ number: ++made }));
      const [one, two] = await Promise.all([make1(), make1()]);
      expect(two).toEqual(one);
      expect(await make1()).toEqual(one);
    });
  });
}

function artifact(parts: Partial<ProviderArtifact>): ProviderArtifact {
  return {
    payload: {},
    grantId: null,
    userCode: null,
    uid: null,
    expiresAt: new Date(Date.now() + 60_000),
    ...parts,
  };
}
