import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = new URL("../../", import.meta.url).pathname;
const run = promisify(execFile);
const PARTS = ["angular.json", "ngsw-config.json", "package.json", "public", "src"];
const SETTINGS = ["tsconfig.json", "tsconfig.app.json"];

/** A built web app and the folder that all of it stands in. */
export interface OtherVersion {
  readonly workspace: string;
  readonly webFolder: string;
}

/**
 * Builds the finder's half as it was before somebody changed its English words, with Angular's own
 * build: other words make other names of files, another list of hashes, another version.
 */
export async function buildOtherVersion(title: string): Promise<OtherVersion> {
  const workspace = await mkdtemp(join(tmpdir(), "zpr-version-"));
  const app = join(workspace, "apps/web");
  for (const part of [...PARTS, ...SETTINGS])
    await cp(join(ROOT, "apps/web", part), join(app, part), { recursive: true });
  await cp(join(ROOT, "tsconfig.json"), join(workspace, "tsconfig.json"));
  await symlink(join(ROOT, "node_modules"), join(workspace, "node_modules"));
  const words = join(app, "src/i18n/en.json");
  const messages = JSON.parse(await readFile(words, "utf8")) as { home: Record<string, string> };
  messages.home["title"] = title;
  await writeFile(words, JSON.stringify(messages));
  const { execPath } = process;
  const bin = join(ROOT, "node_modules/.bin");
  await run(execPath, [join(bin, "ng"), "build", "finder"], { cwd: app });
  const worker = ["src/service-worker.ts", "--bundle", "--outfile=dist/browser/service-worker.js"];
  await run(join(bin, "esbuild"), worker, { cwd: app });
  return { workspace, webFolder: join(app, "dist/browser") };
}
