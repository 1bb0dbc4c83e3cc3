import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The decoder's bundle, invoked with what comes into a queue, in a process that can be killed. */
export interface Lambda {
  start(): void;
  /** Of the process that runs now, for measurements. */
  pid(): number;
  /** Ends it in the middle of whatever it does; what it had in hand comes again. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

const BUILD = new URL("../apps/decoder/build.ts", import.meta.url).pathname;
const LOOP = new URL("lambda-loop.ts", import.meta.url).pathname;

/** Bundles the decoder for the queue at `sqs://REGION/QUEUE`; nothing runs before `start`. */
export async function lambda(
  logUrl: string,
  environment: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-lambda-"));
  await promisify(execFile)(process.execPath, [BUILD, folder]);
  const queue = new URL(logUrl).pathname.slice(1);
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.kill("SIGKILL");
    await once(running, "exit");
  }

  return {
    start() {
      child = spawn(process.execPath, [LOOP, join(folder, "handler.mjs"), queue], {
        env: { ...process.env, ...environment },
        stdio: ["ignore", "ignore", "ignore"],
      });
    },
    pid: () => child?.pid ?? 0,
    kill,
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
