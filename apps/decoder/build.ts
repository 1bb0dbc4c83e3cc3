/**
 * Bundles the decoder for AWS Lambda (`nodejs24.x`, handler `handler.handler`) into
 * `apps/decoder/dist/handler.mjs`, and fails when it is larger than 5 MB.
 *
 *   npm run lambda
 */
import { stat } from "node:fs/promises";
import { build } from "esbuild";

const MOST_BYTES = 5_000_000;
const outfile = new URL("dist/handler.mjs", import.meta.url).pathname;

await build({
  entryPoints: [new URL("src/handler.ts", import.meta.url).pathname],
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
