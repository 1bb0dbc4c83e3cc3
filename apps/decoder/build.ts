/**
 * Bundles the decoder for AWS Lambda (`nodejs24.x`, handler `handler.handler`) into `handler.mjs` in
 * a folder, `apps/decoder/dist` when none is named, and fails when it is larger than 5 MB.
 *
 *   npm run lambda
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const MOST_BYTES = 5_000_000;
const [folder = join(import.meta.dirname, "dist")] = process.argv.slice(2);
const outfile = join(folder, "handler.mjs");

await build({
  entryPoints: [join(import.meta.dirname, "src/handler.ts")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  minify: true,
  legalComments: "external",
  // Some packages inside call `require` for what Node itself brings.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { size } = await stat(outfile);
console.log(`${outfile}: ${Math.ceil(size / 1000)} kB`);
if (size > MOST_BYTES) throw new Error(`the decoder has ${size} bytes, more than ${MOST_BYTES}`);
