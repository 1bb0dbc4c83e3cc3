/** What fuzzing keeps: one file a kind of tracker, one input a line, in hexadecimal. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** The kept inputs of a kind of tracker. */
export function readCorpus(name: string): readonly Buffer[] {
  const file = fileOf(name);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => Buffer.from(line, "hex"));
}

/** Keeps inputs in place of those before, each once. */
export function writeCorpus(name: string, inputs: readonly Buffer[]): void {
  if (inputs.length === 0) return;
  // The first run has no folder yet, and would fail behind its last minute.
  mkdirSync(new URL("./corpus/", import.meta.url), { recursive: true });
  const lines = new Set(inputs.map((input) => input.toString("hex")));
  writeFileSync(fileOf(name), `${[...lines].sort().join("\n")}\n`);
}

function fileOf(name: string): URL {
  return new URL(`./corpus/${name}.txt`, import.meta.url);
}
