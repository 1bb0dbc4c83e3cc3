import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const SIGNALS = [
  ["SIGINT", 3],
  ["SIGQUIT", 5],
] as const;

/**
 * Makes way for a server on a cluster's folder. A zpr that was killed leaves its server running; a
 * server that was killed leaves its lock file, and the process named in it may be dead but unburied,
 * or another one by now.
 */
export async function removeOrphan(folder: string): Promise<void> {
  const path = join(folder, "postmaster.pid");
  const pid = Number.parseInt(await readFile(path, "utf8").catch(() => ""), 10);
  if (!pid) return;
  for (const [signal, seconds] of SIGNALS) {
    if (!(await isServer(pid, folder))) return disown(path);
    process.kill(pid, signal);
    for (let tries = 0; tries < seconds * 50 && (await isServer(pid, folder)); tries++)
      await pause(20);
  }
}

/** Whether a process serves the folder; of the dead and unburied there is no command line. */
async function isServer(pid: number, folder: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => folder);
  return command.includes(folder);
}

/**
 * PostgreSQL does not start while the process named in the lock lives, unless that is its parent. The
 * file must stay: by it PostgreSQL knows of memory that the old server's children still share.
 */
async function disown(path: string): Promise<void> {
  const lock = await readFile(path, "utf8").catch(() => undefined);
  if (lock) await writeFile(path, lock.replace(/^\d+/, String(process.pid)));
}
