import type { KnipConfig } from "knip";

/** What starts things and is imported by nobody; everything else unused is an error. */
const config: KnipConfig = {
  // What a test makes a certificate with; run-tests sees to it.
  ignoreBinaries: ["openssl"],
  workspaces: {
    ".": {
      // Schemas, imported by the kind of object that is to be judged (infra/helm/schema-mistakes.ts).
      ignoreDependencies: ["kubernetes-models", "@kubernetes-models/*"],
      entry: [
        "test/**/*.test.ts",
        "bench/*.ts",
        "fuzz/*.mjs",
        "infra/**/*.test.ts",
        "infra/container/{stage-image,check-health}.ts",
        "tools/*.{ts,mjs}",
        "tools/*/{take,take-lab,measure}.ts",
      ],
    },
    "apps/decoder": { entry: ["src/handler.ts"] },
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
