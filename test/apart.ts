import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Cluster, startCluster } from "@zpr/storage";
import { freePort } from "./free-port.ts";
import { MAIN } from "./server-process.ts";
import { removeServices, settingsOf } from "./shape.ts";
import { freeTrackerPorts } from "./tracker-ports.ts";

/** A process with one role or more, which can be killed and started again. */
export interface RoleProcess {
  /** With commas between. */
  readonly roles: string;
  readonly url: string;
  portOf(protocol: string): number;
  readonly environment: Readonly<Record<string, string>>;
  /** `flags` go to Node, `--cpu-prof` for one. */
  start(flags?: readonly string[]): Promise<void>;
  /** Of the process that runs now, for measurements. */
  pid(): number;
  /** Ends it as the signal does; gives its exit code, or null when it was killed or did not run. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** Stops it where it stands, and lets it go on. */
  freeze(): void;
  thaw(): void;
}

/** A database server that is not zpr's own child. */
export interface DatabaseServer {
  readonly url: string;
  /** Kills it with its commits of the last instant, and starts it again, perhaps after a while. */
  kill(awayMilliseconds?: number): Promise<void>;
  /** Stops its processes where they stand, and lets them go on. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
}

/** As many as PostgreSQL allows by itself: each process takes ten and some. */
export const SHARED = { connections: 100 };

/** Many start at once, while trackers call. */
const READY_MILLISECONDS = 240_000;

/** Starts a PostgreSQL on a folder of its own. */
export async function databaseServer(): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-apart-"));
  let cluster: Cluster = await startCluster(folder, SHARED);
  const url = databaseUrl(cluster);
  const signalAll = (name: NodeJS.Signals) => {
    for (const pid of [cluster.pid, ...childrenOf(cluster.pid)]) process.kill(pid, name);
  };
  return {
    url,
    async kill(awayMilliseconds = 0) {
      process.kill(cluster.pid, "SIGKILL");
      await cluster.lost;
      await pause(awayMilliseconds);
      cluster = await startCluster(folder, SHARED);
    },
    freeze: () => signalAll("SIGSTOP"),
    thaw: () => signalAll("SIGCONT"),
    async remove() {
      signalAll("SIGCONT");
      await removeServices(url);
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The URL by which others reach a cluster. */
export function databaseUrl({ address }: Cluster): string {
  if (!("socketFolder" in address)) throw new Error("the cluster has no socket");
  return `postgres://${address.user}@localhost/zpr?host=${encodeURIComponent(address.socketFolder)}`;
}

/** PostgreSQL's processes lead groups of their own, so each is to be found. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // The name in brackets may hold spaces; the parent's number stands behind it.
        const [, ppid] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
        return Number(ppid) === parent;
      } catch {
        return false;
      }
    });
}

/** Prepares a process on ports of its own and on the services of its database; nothing runs before `start`. */
export async function roleProcess(
  roles: string,
  database: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RoleProcess> {
  const httpPort = await freePort();
  const ports = await freeTrackerPorts();
  const url = `http://localhost:${httpPort}`;
  const folder = await mkdtemp(join(tmpdir(), "zpr-role-"));
  const environment = {
    ZPR_DATABASE_URL: database,
    ZPR_DATA_DIR: folder,
    ZPR_HTTP_PORT: String(httpPort),
    ZPR_PUBLIC_URL: url,
    ZPR_GATEWAY_HOST: "127.0.0.1",
    ...ports.environment,
    ZPR_LOG_LEVEL: "error",
    ...(await settingsOf(database)),
    ...settings,
  };
  let child: ChildProcess | undefined;
  return {
    roles,
    url,
    portOf: ports.portOf,
    environment,
    pid: () => child?.pid ?? 0,
    async start(flags = []) {
      child = spawn(process.execPath, [...flags, MAIN, "serve", "--roles", roles], {
        env: { ...process.env, ...environment },
        stdio: ["ignore", "ignore", "pipe"],
      });
      let complaints = "";
      child.stderr?.on("data", (text) => {
        complaints += text;
      });
      const deadline = Date.now() + READY_MILLISECONDS;
      while (!(await isReady(url))) {
        if (child.exitCode !== null)
          throw new Error(`the ${roles} ended with ${child.exitCode}: ${complaints}`);
        if (Date.now() > deadline) throw new Error(`the ${roles} did not get ready: ${complaints}`);
        await pause(50);
      }
    },
    async stop(signal) {
      const running = child;
      child = undefined;
      if (!running || running.exitCode !== null || running.signalCode !== null) return null;
      running.kill(signal);
      const [code] = await once(running, "exit");
      return code;
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
  return answer?.ok ?? false;
}
