import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

const OURS = "https://zpr.example";

test.each([
  ["/lab/trackers?study=1#last", "/lab/trackers?study=1#last"],
  ["/7KD3A9", "/7KD3A9"],
  ["/", "/"],
])("%s is a way back", (asked, path) => {
  expect(returnPath(asked, OURS)).toBe(path);
});

test.each([
  null,
  "",
  "lab",
  "https://evil.example/",
  "//evil.example/lab",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "/lab/..//evil.example",
  "///evil.example",
  "javascript:alert(1)",
  "https://zpr.example@evil.example/",
  "/auth/login?returnTo=/lab",
  "/oidc/auth",
])("%j leads to the lab instead", (asked) => {
  expect(returnPath(asked, OURS)).toBe("/lab");
});
