import type { JobResult, ObjectStore } from "@zpr/ports";
import type { ResultFile } from "./work.ts";

const PART_BYTES = 8_000_000;

/** The key of a part of a job's result in the object store, counted from 0. */
function partKey(jobId: string, part: number): string {
  return `jobs/${jobId}/${String(part).padStart(4, "0")}`;
}

/** Keeps a file in parts; the same job again replaces them. */
export async function keepResult(
  objectStore: ObjectStore,
  jobId: string,
  { file, until }: { readonly file: ResultFile; readonly until: Date },
): Promise<JobResult> {
  let parts = 0;
  let bytes = 0;
  let waiting: Uint8Array[] = [];
  let size = 0;
  async function flush(): Promise<void> {
    await objectStore.put(partKey(jobId, parts), Buffer.concat(waiting));
    parts += 1;
    waiting = [];
    size = 0;
  }
  for await (const chunk of file.bytes) {
    waiting.push(chunk);
    size += chunk.length;
    bytes += chunk.length;
    if (size >= PART_BYTES) await flush();
  }
  if (size > 0 || parts === 0) await flush();
  return { name: file.name, mediaType: file.mediaType, parts, bytes, until };
}

/** A kept result from its first byte to its last; a part that is gone ends it with an error. */
export async function* readResult(
  objectStore: ObjectStore,
  jobId: string,
  parts: number,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < parts; part++) {
    const bytes = await objectStore.get(partKey(jobId, part));
    if (!bytes) throw new Error(`part ${part} of the result of job ${jobId} is gone`);
    yield bytes;
  }
}

/** Removes a kept result. */
export async function removeResult(
  objectStore: ObjectStore,
  jobId: string,
  parts: number,
): Promise<void> {
  for (let part = 0; part < parts; part++) await objectStore.remove(partKey(jobId, part));
}
