/** The thread in which codecs run: takes one call at a time and answers it. */
import { parentPort } from "node:worker_threads";
import type { CodecCall, CodecRun } from "@zpr/ports";
import { openSandbox } from "./sandbox.ts";

/** What is said to the thread. */
export interface WorkerCall {
  readonly source: string;
  readonly call: CodecCall;
}

const BROKEN = { ok: false, logs: [], milliseconds: 0 } as const;

let sandbox = await openSandbox();

async function answer({ source, call }: WorkerCall): Promise<CodecRun> {
  try {
    return sandbox.run(source, call);
  } catch (error) {
    // What a codec has broken is not used again.
    sandbox = await openSandbox();
    return { ...BROKEN, reason: `the codec broke the sandbox: ${String(error).slice(0, 200)}` };
  }
}

parentPort?.on("message", async (asked: WorkerCall) => {
  parentPort?.postMessage(await answer(asked));
});
parentPort?.postMessage("ready");
