import { defineConfig } from "vitest/config";

/** Machines are shared: waiting ends soon when all is well, and late when it is not. */
const long = {
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 240_000,
  hookTimeout: 180_000,
};
/** What real engines, processes and a browser do on a machine with other work may be late once, and is told as such. */
const shared = { ...long, retry: 1 };

export default defineConfig({
  test: {
    // One more than a small machine has cores: what is killed and comes back is mostly waited for.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts"],
          ...shared,
          testTimeout: 120_000,
        },
      },
      { test: { name: "infra", include: ["infra/**/*.test.ts"], ...long } },
      { test: { name: "flow", include: ["test/*.test.ts"], ...shared } },
      {
        test: {
          name: "browser",
          include: ["test/browser/*.test.ts"],
          ...shared,
        },
      },
    ],
  },
});
