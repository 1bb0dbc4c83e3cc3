import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Another living process holds the folder. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
  readonly code = "ERR_FOLDER_IN_USE";

  constructor(folder: string, pid: number) {
    super(
      `another zpr (process ${pid}) is running on ${folder}; stop it, or choose another folder with ZPR_DATA_DIR`,
    );
  }
}

interface Holder {
  readonly pid: number;
  /** Start of the process in clock ticks since boot: a later process may get the same pid. */
  readonly born: string;
}

/** Makes this process the only one on a data folder until it ends or calls the returned function. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "zpr.lock");
  const draft = join(folder, `zpr.lock.${process.pid}`);
  await writeFile(draft, JSON.stringify({ pid: process.pid, born: await bornAt(process.pid) }));
  try {
    await link(draft, path).catch(async () => {
      await refuseIfHeld(folder);
      await rename(path, `${draft}.stale`).catch(() => undefined);
      await rm(`${draft}.stale`, { force: true });
      await link(draft, path).catch(() => refuseIfHeld(folder));
    });
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(path, { force: true });
}

/** The process that holds a folder, if one lives. */
export async function folderHolder(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "zpr.lock"), "utf8").catch(() => "");
  if (!text) return undefined;
  const { pid, born }: Holder = JSON.parse(text);
  return (await bornAt(pid)) === born ? pid : undefined;
}

async function refuseIfHeld(folder: string): Promise<void> {
  const pid = await folderHolder(folder);
  if (pid !== undefined) throw new FolderInUse(folder, pid);
}

/** When a process started, or undefined when it does not live. Off Linux only its life is known. */
async function bornAt(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return undefined;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return "alive";
  // Fields are counted after the command name, which may hold spaces; state is field 3, starttime 22.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // The killed are unburied until their parent asks for them.
  return fields[0] === "Z" ? undefined : fields[19];
}
