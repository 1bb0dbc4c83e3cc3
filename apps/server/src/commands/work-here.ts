import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import type { Work } from "@zpr/jobs";
import type { JobKind } from "@zpr/ports";
import { startProgress } from "./progress.ts";

/** Does the work of a job in this process, with its progress on standard error; its file goes to `output`, if one is wanted. */
export async function workHere(
  work: Work,
  {
    output,
    ...job
  }: {
    readonly studyId: number;
    readonly kind: JobKind;
    readonly wish: object;
    readonly output?: string;
  },
) {
  const progress = startProgress(job.kind);
  const taken = { ...job, id: randomUUID(), memory: null, attempts: 1, holder: randomUUID() };
  const done = await work(taken, {
    async report({ done: rows, total }) {
      progress.update(rows, total);
    },
    async keep({ name, mediaType, bytes }) {
      return {
        name,
        mediaType,
        bytes: output === undefined ? 0 : await write(output, bytes),
        parts: 1,
        until: new Date(),
      };
    },
  });
  progress.end();
  return done;
}

async function write(output: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(output, "w");
  let size = 0;
  try {
    for await (const chunk of bytes) size += (await file.write(chunk)).bytesWritten;
  } finally {
    await file.close();
  }
  return size;
}
