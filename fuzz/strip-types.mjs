// Jazzer.js instruments modules of JavaScript only. Put in front of it, this gives it our TypeScript
// without its types; positions in files stay the same.
import { readFileSync } from "node:fs";
import { register, stripTypeScriptTypes } from "node:module";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url);

export async function load(url, context, nextLoad) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return nextLoad(url, context);
  const source = stripTypeScriptTypes(readFileSync(new URL(url), "utf8"));
  return { format: "module", source, shortCircuit: true };
}
