import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { ObjectStore } from "@zpr/ports";
import { checkKey } from "./check-key.ts";

/** No file, a folder that holds the files of longer keys, or a file where a folder would be. */
const NOTHING_THERE: ReadonlySet<string | undefined> = new Set(["ENOENT", "EISDIR", "ENOTDIR"]);

/** What a draft's name ends in, also one that a killed process left. */
const DRAFT = ".draft";

/** Objects as files under a folder. */
export function folderObjectStore(folder: string): ObjectStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      await mkdir(dirname(path), { recursive: true });
      // Written beside and renamed, so that nobody ever reads half a file.
      const draft = `${path}.${randomUUID()}${DRAFT}`;
      const file = await open(draft, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      await syncFolder(dirname(path));
    },

    async get(key) {
      return readFile(pathOf(folder, key)).catch((error: NodeJS.ErrnoException) => {
        if (NOTHING_THERE.has(error.code)) return undefined;
        throw error;
      });
    },

    remove: async (key) => rm(pathOf(folder, key), { force: true }),

    keys: () => keysIn(folder),
  };
}

async function keysIn(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(DRAFT))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"));
}

function pathOf(folder: string, key: string): string {
  checkKey(key);
  return join(folder, key);
}

/** A rename is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
