/**
 * Lays out what the image holds, as files under a folder: `node infra/container/stage-image.ts FOLDER`.
 * The image's build and its test both call this, so what was tested is what is shipped.
 */
import { cp, mkdir, realpath, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { productionPackages } from "./production-packages.ts";
import { writeBillOfMaterials } from "./write-bill-of-materials.ts";

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
const WEB = "apps/web/dist/browser";
const HEALTH = "infra/container/check-health.ts";
const NOTICES = ["LICENSE", "README.md"];

/** Of our own packages: what only tests read. */
const FOR_TESTS = /\.test\.ts$|^testing\.ts$|^frames\.json$|\.heic$|^node_modules$/;

const [target] = process.argv.slice(2);
if (!target) throw new Error("name the folder to stage into");
await stageImage(target);

async function stageImage(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { path } of await productionPackages("@zpr/server")) await stagePackage(path, folder);
  for (const path of [WEB, HEALTH, ...NOTICES])
    await cp(join(ROOT, path), join(folder, path), { recursive: true });
  await writeBillOfMaterials(join(folder, "sbom.cdx.json"));
}

/** A package of ours is a link into `packages` or `apps`, in the image as in the project. */
async function stagePackage(path: string, folder: string): Promise<void> {
  const source = await realpath(join(ROOT, path));
  const own = relative(ROOT, source);
  const isOurs = own !== path;
  await cp(source, join(folder, own), {
    recursive: true,
    verbatimSymlinks: true,
    // What a package brings along below itself is in the list by itself, if it is needed.
    filter: (file) =>
      file === source ||
      (isOurs ? !FOR_TESTS.test(basename(file)) : basename(file) !== "node_modules"),
  });
  if (!isOurs) return;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await symlink(relative(dirname(join(folder, path)), join(folder, own)), join(folder, path));
}
