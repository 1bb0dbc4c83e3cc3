/**
 * How many of the examples that makers publish with their payload codecs come out of our sandbox as
 * they say. Takes a folder in the layout of The Things Network's device repository: `*-codec.yaml`
 * (or `.json`) files, each beside the script it names.
 *
 *   node tools/check-codecs.ts FOLDER
 */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { quickJsCodecRunner } from "@zpr/platform";
import type { CodecCall } from "@zpr/ports";
import { parse } from "yaml";

/** The part of a codec's description that says what its functions do. */
interface Description {
  readonly uplinkDecoder?: Described;
  readonly downlinkEncoder?: Described;
  readonly downlinkDecoder?: Described;
}

interface Described {
  readonly fileName: string;
  readonly examples?: readonly Example[];
}

interface Example {
  readonly description?: string;
  readonly input: Input;
  readonly output: Answer;
}

interface Input {
  readonly bytes?: readonly number[];
  readonly fPort?: number;
  readonly recvTime?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data?: unknown;
  readonly bytes?: unknown;
  readonly fPort?: unknown;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
}

const KINDS = {
  uplinkDecoder: "decodeUplink",
  downlinkEncoder: "encodeDownlink",
  downlinkDecoder: "decodeDownlink",
} as const;
type Kind = keyof typeof KINDS;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node tools/check-codecs.ts FOLDER");
const runner = quickJsCodecRunner();
const counts: Record<Kind, { examples: number; reproduced: number }> = {
  uplinkDecoder: { examples: 0, reproduced: 0 },
  downlinkEncoder: { examples: 0, reproduced: 0 },
  downlinkDecoder: { examples: 0, reproduced: 0 },
};
let slowest = 0;
for (const name of (await readdir(folder, { recursive: true })).sort())
  if (/-codec\.(ya?ml|json)$/.test(name)) await checkFile(join(folder, name));
await runner.close();
for (const [kind, { examples, reproduced }] of Object.entries(counts))
  console.log(`${kind}: ${reproduced} of ${examples} examples reproduced`);
console.log(`slowest call: ${slowest.toFixed(1)} ms of processor time`);

async function checkFile(file: string): Promise<void> {
  const description: Description = parse(await readFile(file, "utf8"));
  for (const kind of Object.keys(KINDS) as readonly Kind[]) {
    const described = description[kind];
    if (!described) continue;
    const source = await readFile(join(dirname(file), described.fileName), "utf8");
    for (const example of described.examples ?? []) {
      counts[kind].examples++;
      const wrong = await problemOf(source, kind, example);
      if (wrong === undefined) counts[kind].reproduced++;
      else console.log(`${file}, ${kind}, ${example.description ?? "an example"}: ${wrong}`);
    }
  }
}

/** What differs between what a codec answers and what its maker says it does. */
async function problemOf(
  source: string,
  kind: Kind,
  { input, output }: Example,
): Promise<string | undefined> {
  const run = await runner.run(source, callOf(kind, input));
  slowest = Math.max(slowest, run.milliseconds);
  if (!run.ok) return output.errors?.length ? undefined : run.reason;
  const [said, expected] = [essence(Object(run.answer)), essence(output)];
  if (isDeepStrictEqual(said, expected)) return undefined;
  return `${JSON.stringify(said)} in place of ${JSON.stringify(expected)}`;
}

function callOf(kind: Kind, { bytes = [], fPort = 1, recvTime, data = {} }: Input): CodecCall {
  const common = { port: fPort, variables: {} };
  const name = KINDS[kind];
  if (name === "encodeDownlink") return { ...common, name, data };
  const receivedAt = recvTime === undefined ? new Date() : new Date(recvTime);
  return { ...common, name, bytes: Uint8Array.from(bytes), receivedAt };
}

/** An answer without what may be left out of it, as JSON has it. */
function essence({ data, bytes, fPort, errors = [], warnings = [] }: Answer): unknown {
  const isError = errors.length > 0;
  const said = isError ? { errors } : { data, bytes, fPort, warnings };
  return JSON.parse(JSON.stringify(said));
}
