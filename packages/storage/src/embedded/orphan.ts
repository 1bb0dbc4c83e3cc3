import { spawnSync } from "node:child_process";
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
  const lives = () => isServer(pid, folder);
  for (const [signal, seconds] of SIGNALS) {
    if (await lives()) tell(pid, signal);
    for (let tries = 0; tries < seconds * 50 && (await lives()); tries++) await pause(20);
  }
  if (!(await lives())) await disown(path);
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended just now.
  }
}

/** Whether a process serves the folder; the dead and unburied have no command line. */
async function isServer(pid: number, folder: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => commandByPs(pid));
  return command.includes(folder);
}

/** For systems without /proc. */
function commandByPs(pid: number): string {
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/**
 * PostgreSQL does not start while the process named in the lock lives, unless that is its parent. The
 * file must stay: by it PostgreSQL knows of memory that the old server's children still share.
 */
async function disown(path: string): Promise<void> {
  const lock = await readFile(path, "utf8").catch(() => undefined);
  if (lock) await writeFile(path, lock.replace(/^\d+/, String(process.pid)));
}
