import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, connect, type Database, startCluster } from "@zpr/storage";
import { databaseUrl, roleProcess } from "../../test/apart.ts";
import { cpuSeconds, familyCpuSeconds } from "../cpu-time.ts";
import { startServerProcess } from "../server-process.ts";
import { type Engines, redisAlone, redisAndNats, redisAndSqs } from "./engines.ts";

/** A running product, however many processes it is. */
export interface Installation {
  readonly database: Database;
  /** Ports on which Teltonika trackers are listened to. */
  readonly ports: readonly number[];
  readonly url: string;
  /** CPU seconds used so far, by role and by engine. */
  cpu(): Readonly<Record<string, number>>;
  remove(): Promise<void>;
}

interface Apart {
  /** Processes of each role. */
  readonly each: number;
  readonly engines: () => Promise<Engines>;
}

const ROLES = ["gateway", "ingest", "api"];

const APART: Readonly<Record<string, Apart>> = {
  "table-1": { each: 1, engines: redisAlone },
  "nats-1": { each: 1, engines: redisAndNats },
  "nats-2": { each: 2, engines: redisAndNats },
  "sqs-1": { each: 1, engines: redisAndSqs },
};

/** All that can be compared: everything in one process, and roles apart by what carries the raw log. */
export const SHAPES = ["embedded", ...Object.keys(APART)];

/** Starts an installation of a shape with nothing in it; `flags` go to Node in each of its processes. */
export async function install(shape: string, flags: readonly string[]): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "zpr-scale-"));
  const apart = APART[shape];
  return apart ? installApart(folder, apart, flags) : installEmbedded(folder, flags);
}

async function installEmbedded(folder: string, flags: readonly string[]): Promise<Installation> {
  const server = await startServerProcess(folder, flags);
  const database = connect(server.databaseAddress);
  return {
    database,
    ports: [server.teltonikaPort],
    url: server.url,
    cpu: () => ({ server: cpuSeconds(server.pid), postgres: familyCpuSeconds(server.databasePid) }),
    async remove() {
      await database.destroy();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function installApart(
  folder: string,
  { each, engines: open }: Apart,
  flags: readonly string[],
): Promise<Installation> {
  const cluster: Cluster = await startCluster(folder);
  const engines = await open();
  const all = await Promise.all(
    ROLES.flatMap((role) =>
      Array.from({ length: each }, () => roleProcess(role, databaseUrl(cluster), engines.settings)),
    ),
  );
  for (const one of all) await one.start(flags);
  const database = connect(cluster.address);
  const those = (role: string) => all.filter(({ roles }) => roles === role);
  const cpuOf = (role: string) => those(role).reduce((sum, one) => sum + cpuSeconds(one.pid()), 0);
  return {
    database,
    ports: those("gateway").map((gateway) => gateway.portOf("teltonika")),
    url: those("api")[0]?.url ?? "",
    cpu: () => ({
      ...Object.fromEntries(ROLES.map((role) => [role, cpuOf(role)])),
      postgres: familyCpuSeconds(cluster.pid),
      ...Object.fromEntries(
        Object.entries(engines.pids).map(([name, pid]) => [name, cpuSeconds(pid)]),
      ),
    }),
    async remove() {
      await database.destroy();
      await Promise.all(all.map((one) => one.stop("SIGTERM")));
      await engines.remove();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
