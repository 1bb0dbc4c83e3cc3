import { lockFolder, startCluster } from "@zpr/storage";
import { databaseUrl, type RoleProcess, roleProcess, SHARED } from "./apart.ts";
import { startBalancer } from "./balancer.ts";
import { freePort } from "./free-port.ts";
import { removeServices, shape } from "./shape.ts";

/** An installation of several processes, seen as if it was one server. */
export interface ServerApart {
  readonly url: string;
  /** Ports of the gateways in turn: who asks again calls another one. */
  portOf(protocol: string): number;
  readonly listeners: readonly { readonly protocol: string; readonly port: number }[];
  close(): Promise<void>;
}

/**
 * Starts processes of every role on a database in `folder`, with one address in front of the API. The
 * folder is held as `zpr serve` holds it, so commands beside the server find the database in it.
 */
export async function startServerApart(folder: string): Promise<ServerApart> {
  const unlock = await lockFolder(folder);
  const cluster = await startCluster(folder, SHARED);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { ZPR_DATA_DIR: folder, ZPR_PUBLIC_URL: url };
  const database = databaseUrl(cluster);
  const all: RoleProcess[] = [];
  for (const roles of shape.processes) all.push(await roleProcess(roles, database, settings));
  const stop = async () => {
    await Promise.all(all.map((one) => one.stop("SIGTERM")));
    await removeServices(database);
    await cluster.stop();
    await unlock();
  };
  const started = await Promise.allSettled(all.map((one) => one.start()));
  const failure = started.find(({ status }) => status === "rejected");
  if (failure?.status === "rejected") {
    await stop();
    throw failure.reason;
  }
  const those = (role: string) => all.filter(({ roles }) => roles.split(",").includes(role));
  const ports = those("api").map((api) => Number(new URL(api.url).port));
  const balancer = await startBalancer(port, ports);
  const gateways = those("gateway");
  let turn = 0;
  return {
    url,
    portOf: (protocol) => gateways[turn++ % gateways.length]?.portOf(protocol) ?? 0,
    listeners: gateways.map(({ environment }) => ({
      protocol: "http",
      port: Number(environment["ZPR_OSMAND_PORT"]),
    })),
    async close() {
      await balancer.close();
      await stop();
    },
  };
}
