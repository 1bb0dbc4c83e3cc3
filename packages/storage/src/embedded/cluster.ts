import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, openSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { DatabaseAddress } from "../database.ts";
import { isReachable, type ServerAccount, serverAccount } from "./account.ts";
import { binaries } from "./binaries.ts";
import { removeOrphan } from "./orphan.ts";

const USER = "zpr";
const START_SECONDS = 30;
const STOP_SECONDS = 8;

/** A PostgreSQL server of our own: a child process with its files under the data folder and a private socket. */
export interface Cluster {
  readonly address: DatabaseAddress;
  /** The server's process id, for measurements. */
  readonly pid: number;
  /** Resolves when the server ends without being asked to. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The most there may be; enough for one process and commands beside it when absent. */
  readonly connections?: number;
}

const OWN_CONNECTIONS = 40;

/** Starts the server of a data folder, makes it first when there is none, and takes over from a killed zpr. */
export async function startCluster(
  dataFolder: string,
  { connections = OWN_CONNECTIONS }: ClusterOptions = {},
): Promise<Cluster> {
  const folder = join(resolve(dataFolder), "postgres");
  const account = serverAccount();
  const sockets = clusterAddress(dataFolder).socketFolder;
  await own(resolve(dataFolder), account, 0o711);
  if (!isReachable(resolve(dataFolder), account))
    throw new Error(
      `the embedded database runs as the account "postgres", which cannot enter ${resolve(dataFolder)}; choose another folder with ZPR_DATA_DIR, or run zpr as an ordinary user`,
    );
  await removeOrphan(folder);
  await rm(sockets, { recursive: true, force: true });
  await own(sockets, account, 0o700);
  if (!existsSync(join(folder, "PG_VERSION"))) await create(folder, account);

  const log = openSync(join(resolve(dataFolder), "postgres.log"), "a");
  const { postgres } = await binaries(account);
  const child = spawn(
    postgres,
    ["-D", folder, "-k", sockets, "-N", String(connections), ...SETTINGS],
    {
      ...account,
      cwd: resolve(dataFolder),
      // Its own process group: Ctrl-C is for us, who stop it after the last write.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await connectable(sockets, ended, join(resolve(dataFolder), "postgres.log"));
  child.unref();
  let isStopping = false;
  return {
    address: { socketFolder: sockets, user: USER },
    pid: child.pid ?? 0,
    lost: new Promise((lost) => void ended.then(() => isStopping || lost())),
    async stop() {
      isStopping = true;
      child.kill("SIGINT");
      const late = new AbortController();
      const slow = pause(STOP_SECONDS * 1000, "slow" as const, { signal: late.signal }).catch(
        () => undefined,
      );
      if ((await Promise.race([ended, slow])) === "slow") child.kill("SIGQUIT");
      late.abort();
      await ended;
      await rm(sockets, { recursive: true, force: true });
    },
  };
}

/** How the server of a data folder is reached while it runs. */
export function clusterAddress(dataFolder: string): {
  readonly socketFolder: string;
  readonly user: string;
} {
  // A socket's path may have 107 bytes at most, so it cannot stand in a folder of any depth.
  const name = createHash("sha256").update(resolve(dataFolder)).digest("hex").slice(0, 16);
  return { socketFolder: join(tmpdir(), `zpr-${name}`), user: USER };
}

const SETTINGS = Object.entries({
  listen_addresses: "",
  unix_socket_permissions: "0700",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  wal_compression: "on",
  log_min_messages: "warning",
  log_checkpoints: "off",
}).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

async function own(folder: string, { uid, gid }: ServerAccount, mode: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode });
  await chmod(folder, mode);
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

async function create(folder: string, account: ServerAccount): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const { initdb } = await binaries(account);
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      "--auth=trust",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ],
    { ...account, encoding: "utf8" },
  );
  if (made.status !== 0)
    throw new Error(`cannot create the embedded database: ${made.stderr || made.error}`);
  // Only a whole cluster gets the real name, so a first start that was cut off begins anew.
  await rename(draft, folder);
}

async function connectable(socketFolder: string, ended: Promise<void>, log: string): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (
    const deadline = Date.now() + START_SECONDS * 1000;
    Date.now() < deadline && !over;
    await pause(20)
  ) {
    const client = new pg.Client({ host: socketFolder, user: USER, database: "postgres" });
    try {
      await client.connect();
      const { rowCount } = await client.query("select from pg_database where datname = 'zpr'");
      if (!rowCount) await client.query("create database zpr");
      return;
    } catch (error) {
      if (!isStarting(error)) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`the embedded database did not start; its last words are in ${log}`);
}

/** No socket yet, nobody listening yet, or `cannot_connect_now` (57P03) while it recovers. */
function isStarting(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ENOENT", "ECONNREFUSED", "57P03"].includes(String(error.code))
  );
}
