import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { removeServices, settingsOf } from "./shape.ts";
import { freeTrackerPorts } from "./tracker-ports.ts";

/** `zpr serve` as a process of its own, which can be killed and started again on the same folder. */
export interface ServerProcess {
  readonly url: string;
  readonly teltonikaPort: number;
  /** The port of a kind of tracker. */
  portOf(protocol: string): number;
  /** The settings it runs with, for other commands on the same folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts it; resolves when it is ready. */
  start(): Promise<ChildProcess>;
  /** Process id of the embedded database server. */
  databasePid(): Promise<number>;
  /** What the process that was started last has complained of. */
  complaints(): string;
  /** Ends it as the signal does; gives its exit code, or null after SIGKILL. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** Stops what runs and removes the folder. */
  remove(): Promise<void>;
}

export const MAIN = new URL("../apps/server/src/main.ts", import.meta.url).pathname;
/** Starts took more than half a minute on two cores that many shared; waiting ends at once when it is ready. */
const READY_MILLISECONDS = 120_000;

/** Prepares a server on a folder and ports of its own; nothing runs before `start`. */
export async function serverProcess(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-process-"));
  const httpPort = await freePort();
  const ports = await freeTrackerPorts();
  const url = `http://localhost:${httpPort}`;
  const environment = {
    ZPR_DATA_DIR: folder,
    ZPR_HTTP_PORT: String(httpPort),
    ZPR_PUBLIC_URL: url,
    ZPR_GATEWAY_HOST: "127.0.0.1",
    ...ports.environment,
    ZPR_LOG_LEVEL: "error",
    ...(await settingsOf(folder)),
  };
  let child: ChildProcess | undefined;
  let complaints = "";

  async function stop(signal: NodeJS.Signals): Promise<number | null> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return null;
    running.kill(signal);
    const [code] = await once(running, "exit");
    return code;
  }

  return {
    url,
    teltonikaPort: ports.portOf("teltonika"),
    portOf: ports.portOf,
    environment,
    stop,
    complaints: () => complaints,

    async databasePid() {
      return Number.parseInt(
        await readFile(join(folder, "postgres", "postmaster.pid"), "utf8"),
        10,
      );
    },

    async start() {
      child = spawn(process.execPath, [MAIN, "serve"], {
        env: { ...process.env, ...environment },
        stdio: ["ignore", "ignore", "pipe"],
      });
      complaints = "";
      child.stderr?.on("data", (text) => {
        complaints += text;
      });
      for (
        const deadline = Date.now() + READY_MILLISECONDS;
        Date.now() < deadline;
        await pause(50)
      ) {
        if (child.exitCode !== null)
          throw new Error(`the server ended with ${child.exitCode}: ${complaints}`);
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        if (answer?.ok) return child;
      }
      throw new Error(`the server did not get ready: ${complaints}`);
    },

    async remove() {
      await stop("SIGTERM");
      await removeServices(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
