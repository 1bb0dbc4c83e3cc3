import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ImageDescription, readContainerfile } from "./read-containerfile.ts";

/** The image's files in a folder, run as a container engine would: its user, its variables, nothing writable but its volume. */
export interface StagedImage extends ImageDescription {
  /** What the image has as `/app`. */
  readonly folder: string;
  /** What it has as `/data`. */
  readonly volume: string;
  /** Runs a program in it to its end; gives what it said, rejects when it failed. */
  run(program: readonly string[], settings?: Settings): Promise<string>;
  /** Starts its entry point with other words behind it. */
  start(command: readonly string[], settings: Settings): ChildProcess;
  remove(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const STAGE = new URL("stage-image.ts", import.meta.url).pathname;
const execute = promisify(execFile);

/** Lays the image out and gives it to the user it runs as. */
export async function stagedImage(): Promise<StagedImage> {
  const description = await readContainerfile();
  const home = await mkdtemp(join(tmpdir(), "zpr-image-"));
  const folder = join(home, "app");
  const volume = await mkdtemp(join(tmpdir(), "zpr-volume-"));
  await execute(process.execPath, [STAGE, folder]);
  await execute("chmod", ["-R", "a-w,a+rX", home]);
  // Who is not root cannot become another, but cannot write where nobody may either.
  const [uid, gid] = description.user.split(":").map(Number);
  const user = process.getuid?.() === 0 && uid !== undefined && gid !== undefined && { uid, gid };
  if (user) await chown(volume, user.uid, user.gid);
  const inside = (settings: Settings = {}) => ({
    cwd: folder,
    // Only what the engine gives it, and the Node of the tests in place of the image's own.
    env: { ...description.environment, ZPR_DATA_DIR: volume, ...settings },
    ...user,
  });
  const words = ([program, ...rest]: readonly string[]) =>
    [program === "node" ? process.execPath : (program ?? ""), rest] as const;
  return {
    ...description,
    folder,
    volume,
    async run(program, settings) {
      const { stdout } = await execute(...words(program), inside(settings));
      return stdout;
    },
    start: (command, settings) =>
      spawn(...words([...description.entryPoint, ...command]), {
        ...inside(settings),
        stdio: ["ignore", "pipe", "inherit"],
      }),
    async remove() {
      await execute("chmod", ["-R", "u+w", home]);
      await rm(home, { recursive: true });
      await rm(volume, { recursive: true });
    },
  };
}

/** Stops a container as its engine does, and gives its exit code. */
export async function stopContainer(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  return code;
}
