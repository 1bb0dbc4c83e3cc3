import type { StudyRole } from "@zpr/ports";
import { postgresIdentityStores } from "@zpr/storage";
import { sql } from "@zpr/storage/testing";
import { expect, test } from "vitest";
import { useApi } from "../testing.ts";

const api = useApi();
const identity = () => postgresIdentityStores(api.database());

function asUser(id: number, studies: ReadonlyMap<number, StudyRole>): void {
  api.as({ kind: "user", id, name: "test", administrator: false, studies });
}

/** Somebody who signs in with an address that their issuer stands by, or not. */
function signIn(email: string, emailConfirmed: boolean) {
  const [name = ""] = email.split("@");
  const said = { name, email, emailConfirmed, administrator: undefined };
  return identity().users.recognise({ issuer: "https://issuer.example", subject: email, ...said });
}

async function studyOf(ownerEmail: string) {
  // The database goes by its own clock.
  api.setNow(new Date().toISOString());
  const owner = await signIn(ownerEmail, true);
  asUser(owner.id, new Map());
  const study = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
  asUser(owner.id, new Map([[study, "owner"]]));
  return { owner: owner.id, study, at: `/api/v1/studies/${study}` };
}

test("somebody who is known by a confirmed address is a member at once, however often added", async () => {
  const { at, owner } = await studyOf("ada@example.org");
  const bert = await signIn("bert@example.org", true);
  for (const email of ["bert@example.org", "BERT@example.org"]) {
    const added = await api.send("POST", `${at}/members`, { email, role: "editor" });
    expect(added.json()).toEqual({
      member: { userId: bert.id, name: "bert", email: "bert@example.org", role: "editor" },
    });
  }
  const other = { email: "bert@example.org", role: "viewer" };
  expect((await api.send("POST", `${at}/members`, other)).statusCode).toBe(409);
  const members = (await api.get(`${at}/members`)).json();
  expect(members.map((one: { userId: number }) => one.userId)).toEqual([owner, bert.id]);
});

test("others are invited by mail, and become members once their issuer stands by the address", async () => {
  const { at, study } = await studyOf("ada@example.org");
  await signIn("cleo@example.org", false);
  const wanted = { email: "Cleo@example.org", role: "editor" };
  expect((await api.send("POST", `${at}/members`, wanted)).json()).toMatchObject({
    invitation: { email: "Cleo@example.org", role: "editor", invitedBy: "test" },
  });
  const mails = await api.database().selectFrom("mail").selectAll().execute();
  expect(mails).toMatchObject([{ to_address: "Cleo@example.org" }]);
  expect(mails[0]?.text).toContain("http://localhost:8080/join");

  const unconfirmed = await signIn("cleo@example.org", false);
  expect(await rolesOf(unconfirmed.id)).toEqual([]);
  const confirmed = await signIn("cleo@example.org", true);
  expect(await rolesOf(confirmed.id)).toEqual(["editor"]);
  expect((await api.get(`${at}/invitations`)).json()).toEqual([]);
  const log = (await api.get(`/api/v1/audit?studyId=${study}&kind=member`)).json();
  expect(log[0]).toMatchObject({ actor: { name: "cleo" }, objectName: "cleo", action: "created" });
});

test("an account of the built-in provider accepts the invitations to its address", async () => {
  const { at } = await studyOf("ada@example.org");
  await api.send("POST", `${at}/members`, { email: "dirk@example.org", role: "viewer" });
  const passwordHash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA";
  const dirk = await identity().accounts.create({
    email: "dirk@example.org",
    name: "Dirk",
    passwordHash,
    administrator: false,
  });
  expect(typeof dirk === "object" && (await rolesOf(dirk.id))).toEqual(["viewer"]);
});

test("an invitation that is withdrawn or too old opens nothing", async () => {
  const { at } = await studyOf("ada@example.org");
  const { invitation } = (
    await api.send("POST", `${at}/members`, { email: "eve@example.org", role: "owner" })
  ).json();
  expect((await api.inject("DELETE", `${at}/invitations/${invitation.id}`)).statusCode).toBe(204);
  expect(await rolesOf((await signIn("eve@example.org", true)).id)).toEqual([]);

  await api.send("POST", `${at}/members`, { email: "fay@example.org", role: "owner" });
  await sql`update study_invitation set expires_at = now()`.execute(api.database());
  expect(await rolesOf((await signIn("fay@example.org", true)).id)).toEqual([]);
});

test("the last owner stays; of two who leave at once one does", async () => {
  const { at, owner, study } = await studyOf("ada@example.org");
  const lone = await api.send("PATCH", `${at}/members/${owner}`, { role: "viewer" });
  expect(lone.json().detail).toContain("last owner");
  expect((await api.inject("DELETE", `${at}/members/${owner}`)).statusCode).toBe(409);

  const bert = await signIn("bert@example.org", true);
  await api.send("POST", `${at}/members`, { email: "bert@example.org", role: "owner" });
  const both = await Promise.all(
    [owner, bert.id].map((id) => api.inject("DELETE", `${at}/members/${id}`)),
  );
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  expect(await ownersOf(study)).toBe(1);
});

test("members see each other without addresses, and may leave", async () => {
  const { at, study } = await studyOf("ada@example.org");
  const bert = await signIn("bert@example.org", true);
  await api.send("POST", `${at}/members`, { email: "bert@example.org", role: "viewer" });
  asUser(bert.id, new Map([[study, "viewer"]]));
  const seen = (await api.get(`${at}/members`)).json();
  expect(seen.map((one: { email: string | null }) => one.email)).toEqual([null, null]);
  expect((await api.inject("DELETE", `${at}/members/${bert.id}`)).statusCode).toBe(204);
  expect(await rolesOf(bert.id)).toEqual([]);
});

test("a key shows its secret once, and stays in the list when it is revoked", async () => {
  const { study } = await studyOf("ada@example.org");
  const wanted = { studyId: study, name: "QGIS", scope: "read" };
  const made = (await api.send("POST", "/api/v1/api-keys", wanted)).json();
  expect(made).toMatchObject({ name: "QGIS", scope: "read", secret: "zpr_made" });
  const list = () => api.get(`/api/v1/api-keys?studyId=${study}`);
  expect((await list()).body).not.toContain("zpr_made");
  expect((await api.inject("DELETE", `/api/v1/api-keys/${made.id}`)).statusCode).toBe(204);
  expect((await list()).json()).toMatchObject([{ id: made.id, revokedAt: expect.any(String) }]);
});

async function rolesOf(userId: number) {
  const rows = await api
    .database()
    .selectFrom("study_member")
    .select("role")
    .where("user_id", "=", userId)
    .execute();
  return rows.map(({ role }) => role);
}

async function ownersOf(study: number) {
  const rows = await api
    .database()
    .selectFrom("study_member")
    .select("user_id")
    .where("study_id", "=", study)
    .where("role", "=", "owner")
    .execute();
  return rows.length;
}
