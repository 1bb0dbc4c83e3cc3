import { spawnSync } from "node:child_process";

/** Who the server runs as; empty when that is who we are. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = "postgres";

/** PostgreSQL refuses to run as root, so root starts it under the account `postgres`, made when missing. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const uid = idOf("-u") ?? create() ?? idOf("-u");
  const gid = idOf("-g");
  if (uid === undefined || gid === undefined)
    throw new Error(
      `cannot make the account "${NAME}" that the embedded database runs under; run zpr as an ordinary user`,
    );
  return { uid, gid };
}

/** Whether the account can run or read what stands at a path. */
export function isReachable(path: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  return spawnSync("test", ["-x", path], { ...account }).status === 0;
}

function create(): undefined {
  spawnSync("/usr/sbin/useradd", [
    "--system",
    "--user-group",
    "--shell",
    "/usr/sbin/nologin",
    NAME,
  ]);
}

function idOf(flag: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, NAME], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}
