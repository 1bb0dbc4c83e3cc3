import type { ObjectStore } from "@zpr/ports";
import { startProgress } from "./progress.ts";

/** A bucket takes long to answer, and many questions at once. */
const AT_ONCE = 8;

/** Copies all objects from one store to another, whatever lies there already. */
export async function copyObjects(from: ObjectStore, to: ObjectStore): Promise<void> {
  const progress = startProgress("photos and files");
  const keys = await from.keys();
  const left = keys.values();
  let copied = 0;
  async function copy(): Promise<void> {
    for (const key of left) {
      const bytes = await from.get(key);
      // One that was removed meanwhile is gone for good.
      if (bytes) await to.put(key, bytes);
      progress.update(++copied, keys.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, copy));
  progress.end();
}
