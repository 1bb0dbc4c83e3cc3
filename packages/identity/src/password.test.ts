import { describe, expect, it, test } from "vitest";
import { hashPassword, NOBODYS_HASH, passwordFault, verifyPassword } from "./password.ts";

describe("a stored password", () => {
  it("is argon2id at OWASP's cost, salted", async () => {
    const [one, two] = await Promise.all([hashPassword("mudlark at low tide"), hashPassword("x")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await hashPassword("mudlark at low tide")).not.toBe(one);
    expect(await verifyPassword("mudlark at low tide", one)).toBe(true);
    expect(await verifyPassword("mudlark at low tidE", one)).toBe(false);
    expect(await verifyPassword("mudlark at low tide", two)).toBe(false);
  });

  it("is checked at the cost it names, as other programs write it", async () => {
    // From the tests of the reference implementation (github.com/P-H-C/phc-winner-argon2, test.c).
    const stored =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    expect(await verifyPassword("password", stored)).toBe(true);
    expect(await verifyPassword("passwore", stored)).toBe(false);
  });

  it("is the same however a keyboard composes its letters", async () => {
    const stored = await hashPassword("schöne grüße e\u0301");
    expect(await verifyPassword("scho\u0308ne gru\u0308ße \u00e9", stored)).toBe(true);
  });

  it("is never the one of nobody", async () => {
    expect(await verifyPassword("", NOBODYS_HASH)).toBe(false);
  });
});

test.each([
  ["elevenchars", "password-short"],
  ["🌊🌊🌊🌊🌊🌊", "password-short"],
  ["x".repeat(257), "password-long"],
  ["Ada@Example.org", "password-is-email"],
  ["twelve chars", undefined],
])("the fault of the new password %j is %s", (password, fault) => {
  expect(passwordFault(password, "ada@example.org")).toBe(fault);
});
