import { postgresIdentityStores } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { errors } from "oidc-provider";
import { expect, test } from "vitest";
import { artifactAdapter } from "./artifact-adapter.ts";

const database = useDatabase();
const adapter = () =>
  artifactAdapter(postgresIdentityStores(database()).provider, "AuthorizationCode");

test("of two who use a code at once, one is refused", async () => {
  await adapter().upsert("code", { grantId: "grant" }, 60);
  const outcomes = await Promise.allSettled([adapter().consume("code"), adapter().consume("code")]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  expect(refused?.reason).toBeInstanceOf(errors.InvalidGrant);
  expect(await adapter().find("code")).toMatchObject({ consumed: expect.any(Number) });
});

test("what the provider remembers comes back as it was, until its grant is revoked", async () => {
  const payload = { grantId: "grant", uid: "uid", params: { scope: "openid" } };
  await adapter().upsert("code", payload, 60);
  expect(await adapter().find("code")).toEqual(payload);
  expect(await adapter().findByUid("uid")).toEqual(payload);
  await adapter().revokeByGrantId("grant");
  expect(await adapter().find("code")).toBeUndefined();
});
