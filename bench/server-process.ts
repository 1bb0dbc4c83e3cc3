import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { protocols } from "@zpr/protocols";
import { clusterAddress, type DatabaseAddress } from "@zpr/storage";

/** A `zpr serve` of its own, in a process of its own, as it runs in earnest. */
export interface ServerProcess {
  readonly pid: number;
  readonly databasePid: number;
  readonly databaseAddress: DatabaseAddress;
  readonly url: string;
  readonly teltonikaPort: number;
  stop(): Promise<void>;
}

const MAIN = new URL("../apps/server/src/main.ts", import.meta.url).pathname;

/** Starts a server on a folder; `flags` go to Node, `--cpu-prof` for one. */
export async function startServerProcess(
  folder: string,
  flags: readonly string[],
): Promise<ServerProcess> {
  const [httpPort, teltonikaPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...flags, MAIN, "serve"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ZPR_DATA_DIR: folder,
      ZPR_HTTP_PORT: String(httpPort),
      ZPR_PUBLIC_URL: `http://localhost:${httpPort}`,
      ZPR_GATEWAY_HOST: "127.0.0.1",
      ...Object.fromEntries(protocols.map(({ name }) => [`ZPR_${name.toUpperCase()}_PORT`, "0"])),
      ZPR_OSMAND_PORT: "0",
      ZPR_TELTONIKA_PORT: String(teltonikaPort),
      ZPR_LOG_LEVEL: "warn",
    },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await ready(`http://127.0.0.1:${httpPort}/health/ready`);
  const [pid = ""] = (await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split(
    "\n",
  );
  return {
    pid: child.pid ?? 0,
    databasePid: Number(pid),
    databaseAddress: clusterAddress(folder),
    url: `http://127.0.0.1:${httpPort}`,
    teltonikaPort,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Resolves when a server says it is ready; a busy machine takes its time. */
export async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error("the server did not become ready");
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
