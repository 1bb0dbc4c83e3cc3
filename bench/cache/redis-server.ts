import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const REDIS = "/usr/bin/redis-server";

/** A Redis of the benchmark's own, with nothing saved. */
export async function startRedisServer(port: number) {
  if (!existsSync(REDIS)) throw new Error("this needs a Redis: apt-get install redis-server");
  const options = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const child = spawn(REDIS, options, { stdio: "ignore" });
  await pause(500);
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
