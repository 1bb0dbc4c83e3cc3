import { defineConfig } from "vitest/config";

const long = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other's databases.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "flow", include: ["test/*.test.ts"], ...long } },
      {
        test: {
          name: "browser",
          include: ["test/browser/*.test.ts"],
          fileParallelism: false,
          ...long,
        },
      },
    ],
  },
});
