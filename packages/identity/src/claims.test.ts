import { expect, test } from "vitest";
import { toPerson } from "./claims.ts";

test.each([
  ["cognito:groups", { "cognito:groups": ["admin"] }],
  ["realm_access.roles", { realm_access: { roles: ["user", "admin"] } }],
  ["https://zpr.example/roles", { "https://zpr.example/roles": ["admin"] }],
  ["groups", { groups: "staff admin" }],
])("the group is found in the claim %s", (claim, claims) => {
  expect(toPerson("i", [{ sub: "1", ...claims }], claim).administrator).toBe(true);
  expect(toPerson("i", [{ sub: "1" }, claims], claim).administrator).toBe(true);
});

test.each([
  [{ groups: ["administration"] }],
  [{ groups: "not-admin" }],
  [{ groups: { admin: true } }],
  [{ roles: ["admin"] }],
  [{}],
])("%o makes no administrator", (claims) => {
  expect(toPerson("i", [{ sub: "1", ...claims }], "groups").administrator).toBe(false);
});

test("without a claim to look in, tokens say nothing of administrators", () => {
  expect(toPerson("i", [{ sub: "1", groups: ["admin"] }], undefined)).toEqual({
    issuer: "i",
    subject: "1",
    name: undefined,
    email: undefined,
    emailConfirmed: false,
    administrator: undefined,
  });
});
