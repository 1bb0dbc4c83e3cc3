import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import type { ObjectStore } from "@zpr/ports";

/** Objects as files under a folder. */
export function folderObjectStore(folder: string): ObjectStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      await mkdir(dirname(path), { recursive: true });
      // Written beside and renamed, so that nobody ever reads half a file.
      const draft = `${path}.${randomUUID()}`;
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
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
    },

    remove: (key) => rm(pathOf(folder, key), { force: true }),
  };
}

function pathOf(folder: string, key: string): string {
  const path = normalize(join(folder, key));
  if (!path.startsWith(normalize(folder + sep)))
    throw new Error(`object key leaves its folder: ${key}`);
  return path;
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
