import type { KnipConfig } from "knip";

/** What starts things and is imported by nobody; everything else unused is an error. */
const config: KnipConfig = {
  // What a test makes a certificate with; run-tests sees to it.
  ignoreBinaries: ["openssl"],
  workspaces: {
    ".": {
      entry: [
        "test/**/*.test.ts",
        "bench/*.ts",
        "fuzz/*.mjs",
        "tools/*.{ts,mjs}",
        "tools/*/{take,take-lab,measure}.ts",
      ],
    },
    "apps/*": {},
    // What runs in a thread, and inside the sandbox.
    "packages/platform": {
      entry: [
        "src/codecs/codec-worker.ts",
        "src/codecs/inside/*.js",
        "src/pictures/heic-worker.ts",
      ],
    },
    "packages/*": {},
  },
  // Style sheets import the font, which is a dependency like any other.
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import "[^"]+"/g)].join(";\n").replaceAll("@import", "import"),
  },
};

export default config;
