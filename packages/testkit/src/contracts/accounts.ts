import { BUILT_IN_ISSUER, type IdentityStores, type NewAccount } from "@zpr/ports";
import { describe, expect, it } from "vitest";

const NOW = new Date("2026-03-01T12:00:00Z");
const LATER = new Date("2026-03-02T12:00:00Z");

type Stores = Pick<IdentityStores, "accounts" | "users" | "setupLinks">;

/** What stores of accounts, users and setup links promise together, whatever they are made of. */
export function describeAccounts(name: string, make: () => Stores): void {
  describe(`${name} keeps accounts and users`, () => {
    it("finds an account by its address in any case, and its user", async () => {
      const { accounts, users } = make();
      const user = await accounts.create(ada);
      const account = await accounts.findByEmail("ADA@example.org");
      expect(account).toMatchObject({ email: "Ada@Example.org", passwordHash: ada.passwordHash });
      expect(await accounts.find(account?.id ?? "")).toEqual(account);
      expect(user).toMatchObject({ issuer: BUILT_IN_ISSUER, name: "Ada", administrator: false });
      expect(await users.list()).toEqual([user]);
    });

    it("has one account for an address, however it is written", async () => {
      const { accounts, users } = make();
      await accounts.create(ada);
      expect(await accounts.create({ ...ada, email: "ada@example.ORG" })).toBe("email-taken");
      expect(await users.list()).toHaveLength(1);
    });

    it("knows no account by an id that is none", async () => {
      const { accounts } = make();
      expect(await accounts.find("'; --")).toBeUndefined();
      expect(await accounts.find("0d7b1f6e-6c5e-4c8b-9d0a-3a1f6f1f0c55")).toBeUndefined();
    });

    it("makes one account for a setup link, also when two ask at once", async () => {
      const { accounts, users, setupLinks } = make();
      await setupLinks.replace("link", LATER);
      const outcomes = await Promise.all(
        ["one@example.org", "two@example.org"].map((email) =>
          accounts.create({ ...ada, email, administrator: true }, { hash: "link", now: NOW }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === "link-invalid")).toHaveLength(1);
      expect(await users.list()).toHaveLength(1);
      expect(await users.hasAdministrator()).toBe(true);
      expect(await setupLinks.isUsable("link", NOW)).toBe(false);
    });

    it("does not spend a setup link on an address that is taken", async () => {
      const { accounts, setupLinks } = make();
      await setupLinks.replace("link", LATER);
      await accounts.create(ada);
      expect(await accounts.create(ada, { hash: "link", now: NOW })).toBe("email-taken");
      expect(await setupLinks.isUsable("link", NOW)).toBe(true);
    });

    it("honours only the newest setup link, until it expires", async () => {
      const { setupLinks } = make();
      await setupLinks.replace("old", LATER);
      await setupLinks.replace("new", LATER);
      expect(await setupLinks.isUsable("old", NOW)).toBe(false);
      expect(await setupLinks.isUsable("new", NOW)).toBe(true);
      expect(await setupLinks.isUsable("new", LATER)).toBe(false);
    });

    it("recognises a person again and keeps what an issuer leaves out", async () => {
      const { users } = make();
      const first = await users.recognise({ ...grace, administrator: true });
      const again = await users.recognise({
        ...grace,
        name: undefined,
        email: "grace@example.net",
        administrator: undefined,
      });
      expect(again).toEqual({ ...first, email: "grace@example.net" });
      expect(await users.find(first.id)).toEqual(again);
    });

    it("tells people of two issuers apart", async () => {
      const { users } = make();
      const first = await users.recognise(grace);
      const other = await users.recognise({ ...grace, issuer: "https://other.example" });
      expect(other.id).not.toBe(first.id);
      expect(await users.asCaller(grace.issuer, grace.subject)).toMatchObject({ id: first.id });
      expect(await users.asCaller(grace.issuer, "nobody")).toBeUndefined();
    });

    it("makes an administrator of a user once for a setup link", async () => {
      const { users, setupLinks } = make();
      const { id } = await users.recognise(grace);
      const { id: other } = await users.recognise({ ...grace, subject: "2" });
      await setupLinks.replace("link", LATER);
      expect(await users.makeAdministrator(id, "wrong", NOW)).toBe(false);
      expect(await users.makeAdministrator(id, "link", NOW)).toBe(true);
      expect(await users.makeAdministrator(other, "link", NOW)).toBe(false);
      expect((await users.list()).map((user) => user.administrator)).toEqual([true, false]);
    });
  });
}

const ada: NewAccount = {
  email: "Ada@Example.org",
  name: "Ada",
  passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
  administrator: false,
};

const grace = {
  issuer: "https://issuer.example",
  subject: "1",
  name: "Grace",
  email: "grace@example.org",
  administrator: undefined,
};
