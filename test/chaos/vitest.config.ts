import { defineConfig } from "vitest/config";

/** Apart from `npm test`, which it is too long for: `npm run chaos`. */
export default defineConfig({
  test: {
    include: ["test/chaos/*.test.ts"],
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
  },
});
