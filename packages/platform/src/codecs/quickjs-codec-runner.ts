import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CodecCall, CodecRun, CodecRunner } from "@zpr/ports";
import { codecRest } from "./codec-rest.ts";
import type { WorkerCall } from "./codec-worker.ts";
import { OUT_OF_TIME, PATIENCE_MILLISECONDS } from "./limits.ts";

/** What the thread may use beside the sandbox's own memory. */
const RESOURCES = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/**
 * Codecs by QuickJS in WebAssembly, in a thread of their own: what they do holds up nobody but each
 * other, and a call that heeds no limit is ended with the thread. It starts with the first call.
 */
export function quickJsCodecRunner(): CodecRunner {
  const rest = codecRest();
  let worker: Promise<Worker> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** The thread; when it could not be started, the next call tries again. */
  async function started(): Promise<Worker> {
    worker ??= startThread();
    try {
      return await worker;
    } catch (error) {
      worker = undefined;
      throw error;
    }
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await (await ending)?.terminate();
  }

  async function runNow(asked: WorkerCall, owner: string): Promise<CodecRun> {
    if (isClosed) return failed("codecs run no more");
    const owned = `${owner} ${asked.source}`;
    if (rest.isResting(owned)) return { ...failed(RESTING), isResting: true };
    const thread = await started();
    const run = await answerOf(thread, asked);
    if (run !== undefined) {
      rest.note(owned, !run.ok && run.reason === OUT_OF_TIME ? "slow" : "quick");
      return run;
    }
    rest.note(owned, "endless");
    await end();
    return failed("the codec heeded no limit and was ended with its thread");
  }

  return {
    run(source: string, call: CodecCall, owner = "") {
      const run = turn.then(() => runNow({ source, call }, owner));
      turn = run.catch(() => undefined);
      return run;
    },
    async close() {
      isClosed = true;
      await turn;
      await end();
    },
  };
}

const RESTING = "not run: the codec ran out of time again and again, and rests for a minute";

function failed(reason: string) {
  return { ok: false as const, reason, logs: [], milliseconds: 0 };
}

async function startThread(): Promise<Worker> {
  const thread = new Worker(new URL("./codec-worker.ts", import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: RESOURCES,
  });
  thread.unref();
  // What breaks it between two calls is found out by the next.
  thread.on("error", () => undefined);
  await once(thread, "message");
  return thread;
}

/** The thread's answer, or undefined when it gave none in time or broke down. */
function answerOf(thread: Worker, asked: WorkerCall): Promise<CodecRun | undefined> {
  const { promise, resolve } = Promise.withResolvers<CodecRun | undefined>();
  const giveUp = () => resolve(undefined);
  const timer = setTimeout(giveUp, PATIENCE_MILLISECONDS);
  thread.once("message", resolve).once("error", giveUp).once("exit", giveUp);
  thread.postMessage(asked);
  return promise.finally(() => {
    clearTimeout(timer);
    thread.off("message", resolve).off("error", giveUp).off("exit", giveUp);
  });
}
