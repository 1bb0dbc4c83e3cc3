/**
 * Makes the lab's service worker: Angular's own, with a list of the lab's files beside it. The
 * Angular CLI makes one for the root of the site only, which is the finder's.
 */
import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Generator } from "@angular/service-worker/config";

const site = new URL("./dist/browser/", import.meta.url);
const lab = new URL("lab-app/", site);
const config = JSON.parse(
  await readFile(new URL("./ngsw-lab-config.json", import.meta.url), "utf8"),
);

/** The built site, by paths that begin with a slash. */
const files = {
  async list() {
    const entries = await readdir(site, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replace(site.pathname, "/"))
      .map((path) => path.replace(/^\/+/, "/"));
  },
  read: (path) => readFile(new URL(`.${path}`, site), "utf8"),
  async hash(path) {
    const bytes = await readFile(new URL(`.${path}`, site));
    return createHash("sha1").update(bytes).digest("hex");
  },
  write: (path, text) => writeFile(new URL(`.${path}`, site), text),
};

const manifest = await new Generator(files, "/").process(config);
await writeFile(new URL("ngsw.json", lab), JSON.stringify(manifest));
const worker = createRequire(import.meta.url).resolve("@angular/service-worker/ngsw-worker.js");
await copyFile(worker, new URL("lab-worker.js", lab));
