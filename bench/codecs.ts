/**
 * What a payload codec costs: the first call, calls a second for a small codec and a large one, and how
 * long the rest of the process waits while a codec runs that never ends.
 *
 *   node bench/codecs.ts
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { quickJsCodecRunner } from "@zpr/platform";
import type { CodecCall } from "@zpr/ports";

const SECONDS = 3;
const UPLINK: CodecCall = {
  name: "decodeUplink",
  bytes: Buffer.from("0030edec00322445000000de", "hex"),
  port: 1,
  receivedAt: new Date(),
  variables: {},
};
const SMALL = `function decodeUplink({ bytes }) {
  const int32 = (at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
  return { data: { latitude: int32(0) / 1e7, longitude: int32(4) / 1e7, batV: bytes[10] / 40 } };
}`;
/** As large as the largest that makers publish. */
const LARGE = Array.from(
  { length: 1500 },
  (_, at) => `function f${at}(b) { return b[${at}] << 8; }`,
)
  .concat(SMALL)
  .join("\n");

const runner = quickJsCodecRunner();
console.log(`first call, with the start of its thread: ${await took(SMALL)} ms`);
for (const source of [SMALL, `${SMALL} // Buffer`, LARGE]) await report(source);
await reportWaiting();
await runner.close();

async function took(source: string): Promise<string> {
  const began = performance.now();
  await runner.run(source, UPLINK);
  return (performance.now() - began).toFixed(1);
}

async function report(source: string): Promise<void> {
  const until = performance.now() + SECONDS * 1000;
  let calls = 0;
  let processor = 0;
  while (performance.now() < until) {
    const run = await runner.run(source, UPLINK);
    if (!run.ok) throw new Error(run.reason);
    processor += run.milliseconds;
    calls++;
  }
  const size = `${(source.length / 1024).toFixed(1)} KiB${source.includes("Buffer") ? " with Buffer" : ""}`;
  const each = (processor / calls).toFixed(2);
  console.log(`${size}: ${Math.round(calls / SECONDS)} calls/s, ${each} ms of processor time each`);
}

/** Three calls run out of time; after them the codec is left alone. */
async function reportWaiting(): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  for (let call = 0; call < 500; call++) await runner.run("for (;;);", UPLINK);
  const batch = (performance.now() - began).toFixed(0);
  delay.disable();
  const longest = (delay.max / 1e6).toFixed(0);
  console.log(`500 calls of an endless loop: ${batch} ms; the process waits at most ${longest} ms`);
}
