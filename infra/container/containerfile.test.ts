import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { hadolint, isThere } from "../outside-tools.ts";

const lint = (text: string | undefined, file: string) =>
  spawnSync(hadolint.path, ["--no-color", file], { input: text, encoding: "utf8" });

test.skipIf(!isThere(hadolint))("hadolint finds nothing in the Containerfile", () => {
  const { stdout, status } = lint(undefined, new URL("Containerfile", import.meta.url).pathname);
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  expect(lint("FROM node\n", "-").stdout).toContain("DL3006");
});
