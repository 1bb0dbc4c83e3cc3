import { join, resolve } from "node:path";
import {
  awaitDatabase,
  clusterAddress,
  connect,
  type Database,
  type DatabaseAddress,
  folderHolder,
  lockFolder,
  migrate,
  startCluster,
} from "@zpr/storage";
import type { Config } from "./config.ts";
import { fail } from "./fail.ts";

/** A database ready for use, its schema up to date. */
export interface OpenDatabase {
  readonly database: Database;
  readonly address: DatabaseAddress;
  /** Process id of the embedded server; undefined when it is not ours. */
  readonly serverPid: number | undefined;
  close(): Promise<void>;
}

/** A database that starts together with us, or again, is waited for. */
const AWAY_MILLISECONDS = 60_000;

/** What is done before a database is used. */
type Prepare = (database: Database) => Promise<unknown>;

/** As it is found: for who fills an empty one. */
export const asFound: Prepare = async () => undefined;

/** Opens the configured database, or starts the embedded one; a second zpr on its folder is refused. */
export async function openDatabase(
  config: Config,
  prepare: Prepare = migrate,
): Promise<OpenDatabase> {
  if (config.ZPR_DATABASE_URL) return opened({ url: config.ZPR_DATABASE_URL }, prepare);
  const folder = resolve(config.ZPR_DATA_DIR);
  const unlock = await lockFolder(folder);
  try {
    const cluster = await startCluster(folder);
    // Nothing can be kept or shown without it; whoever watches over us starts both again.
    void cluster.lost.then(() =>
      fail(
        new Error(
          `the embedded database ended by itself; its last words are in ${join(folder, "postgres.log")}`,
        ),
      ),
    );
    return await opened(cluster.address, prepare, {
      serverPid: cluster.pid,
      async stop() {
        await cluster.stop();
        await unlock();
      },
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** As `openDatabase`, but beside a running `zpr serve` on the same folder rather than in its place. */
export async function visitDatabase(config: Config): Promise<OpenDatabase> {
  const running =
    config.ZPR_DATABASE_URL === undefined && (await folderHolder(resolve(config.ZPR_DATA_DIR)));
  return running ? opened(clusterAddress(config.ZPR_DATA_DIR), migrate) : openDatabase(config);
}

async function opened(
  address: DatabaseAddress,
  prepare: Prepare,
  server?: { readonly serverPid: number; readonly stop: () => Promise<void> },
): Promise<OpenDatabase> {
  const database = connect(address);
  const close = async () => {
    await database.destroy();
    await server?.stop();
  };
  try {
    await awaitDatabase(database, AWAY_MILLISECONDS);
    await prepare(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, address, serverPid: server?.serverPid, close };
}
