import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startCluster } from "@zpr/storage";
import pg from "pg";

/** A PostgreSQL of the benchmark's own. */
export interface DatabaseServer {
  readonly url: string;
  readonly hasPostgis: boolean;
  stop(): Promise<void>;
}

const BIN = "/usr/lib/postgresql/15/bin";
const POSTGIS = "/usr/share/postgresql/15/extension/postgis.control";
/** As `zpr` starts its own, but with the port that the address asks for. */
const SETTINGS = ["shared_buffers=256MB", "max_wal_size=2GB", "listen_addresses="];

/** The system's PostgreSQL 15 where it has PostGIS, on a folder of ours; else the one that zpr brings. */
export async function startDatabaseServer(folder: string): Promise<DatabaseServer> {
  if (!existsSync(POSTGIS) || !existsSync(join(BIN, "initdb"))) return embedded(folder);
  const account = postgresAccount();
  const data = join(folder, "system-postgres");
  await mkdir(data, { recursive: true });
  if (account.uid !== undefined && account.gid !== undefined)
    for (const one of [folder, data]) await chown(one, account.uid, account.gid);
  const isNew = !existsSync(join(data, "PG_VERSION"));
  if (isNew) makeCluster(data, account);
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  const child = spawn(join(BIN, "postgres"), ["-D", data, "-k", folder, ...settings], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await makeDatabase(folder, isNew);
  return {
    url: `postgres://zpr@/zpr?host=${encodeURIComponent(folder)}`,
    hasPostgis: true,
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

function makeCluster(data: string, account: ReturnType<typeof postgresAccount>): void {
  const made = spawnSync(
    join(BIN, "initdb"),
    ["-D", data, "-U", "zpr", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
    { ...account, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stderr);
}

async function embedded(folder: string): Promise<DatabaseServer> {
  const { address, stop } = await startCluster(folder);
  if (!("socketFolder" in address)) throw new Error("the embedded server has a socket");
  const host = encodeURIComponent(address.socketFolder);
  return { url: `postgres://${address.user}@/zpr?host=${host}`, hasPostgis: false, stop };
}

function postgresAccount(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function makeDatabase(host: string, isNew: boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const client = new pg.Client({ host, user: "zpr", database: "postgres" });
    try {
      await client.connect();
      if (isNew) await client.query("create database zpr");
      return;
    } catch {
      await pause(200);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error("the database server did not start");
}
