import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "../free-port.ts";

const REDIS = "/usr/bin/redis-server";
const READY_MILLISECONDS = 10_000;

/** Whether there is a Redis on this machine; tools/run-tests.ts installs it, and says so when it cannot. */
export const hasRedis = existsSync(REDIS);

/** A Redis of one's own, with nothing saved: what is killed has forgotten everything. */
export interface CacheServer {
  readonly url: string;
  /** Of the process that runs now, for measurements. */
  pid(): number;
  start(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Stops it where it stands, with its connections open, and lets it go on. */
  freeze(): void;
  thaw(): void;
}

/** Prepares a Redis on a free port; nothing runs before `start`. */
export async function cacheServer(): Promise<CacheServer> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    url,
    pid: () => child?.pid ?? 0,
    async start() {
      const saved = ["--save", "", "--appendonly", "no"];
      child = spawn(REDIS, ["--port", String(port), "--bind", "127.0.0.1", ...saved], {
        cwd: tmpdir(),
        stdio: "ignore",
      });
      await answering(url);
    },
    async kill() {
      const running = child;
      child = undefined;
      if (!running) return;
      running.kill("SIGKILL");
      await once(running, "exit");
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}

async function answering(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => undefined);
  for (const deadline = Date.now() + READY_MILLISECONDS; Date.now() < deadline; await pause(20))
    if (
      await redis.connect().then(
        () => true,
        () => false,
      )
    ) {
      redis.disconnect();
      return;
    }
  throw new Error("the Redis did not get ready");
}
