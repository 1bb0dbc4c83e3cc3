import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderObjectStore, memoryLiveEvents } from "@zpr/platform";
import type { Log, NumberedEvent } from "@zpr/ports";
import { postgresJobQueue, postgresJobStore, postgresStudyStore } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CannotBeDone } from "./cannot-be-done.ts";
import { readResult } from "./result-parts.ts";
import { type Jobs, startJobs } from "./start-jobs.ts";
import type { Work } from "./work.ts";

const database = useDatabase();
const quiet: Log = { info() {}, warn() {}, error() {} };
let folder: string;
let jobs: Jobs | undefined;
let studyId: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-jobs-"));
  const study = await postgresStudyStore(database()).create(
    { name: "Jobs", description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  studyId = study?.id ?? 0;
});
afterEach(async () => {
  await jobs?.close();
  jobs = undefined;
  await rm(folder, { recursive: true, force: true });
});

describe("a job", () => {
  test("is done, tells how far it is, and keeps its result in parts", async () => {
    const heard = listen();
    const work: Work = async (_job, desk) => {
      await desk.report({ done: 1, total: 2 });
      const result = await desk.keep({
        name: "a.txt",
        mediaType: "text/plain",
        bytes: chunks(3, 5_000_000),
      });
      return { outcome: { rows: 2 }, result };
    };
    const id = await ask();
    start(work, heard.events);
    const job = await ended(id);
    expect(job).toMatchObject({ state: "done", outcome: { rows: 2 } });
    expect(job.result).toMatchObject({ name: "a.txt", bytes: 15_000_000, parts: 2 });
    expect(heard.states()).toEqual(["running", "running", "done"]);
    let read = 0;
    for await (const part of readResult(folderObjectStore(folder), id, job.result?.parts ?? 0))
      read += part.length;
    expect(read).toBe(15_000_000);
  });

  test("is known by its id: asked for twice it is done once", async () => {
    let begun = 0;
    const id = await ask();
    await ask(id);
    start(async () => {
      begun += 1;
      return { outcome: {}, result: null };
    });
    await ended(id);
    expect(begun).toBe(1);
  });

  test("is called off in the middle of its work", async () => {
    const id = await ask();
    start(endless);
    await expect.poll(() => stateOf(id)).toBe("running");
    await store().cancel(id);
    expect((await ended(id)).state).toBe("cancelled");
  });

  test("that nobody has begun is called off at once", async () => {
    const id = await ask();
    expect((await store().cancel(id))?.state).toBe("cancelled");
  });

  test("fails with the reason for who asked, and without the inside of a bug", async () => {
    const reasoned = await ask();
    start(async () => {
      throw new CannotBeDone("the study is empty");
    });
    expect(await ended(reasoned)).toMatchObject({ state: "failed", error: "the study is empty" });
    await jobs?.close();
    const broken = await ask();
    start(async () => {
      throw new TypeError("undefined is not a function");
    });
    expect((await ended(broken)).error).toBe("something broke on our side");
  });

  test("is gone on with where it was when the process ends in good order", async () => {
    const id = await ask();
    start(async (_job, desk) => {
      await desk.report({ done: 1, total: 2, memory: { place: 1 } });
      return endless(_job, desk);
    });
    await expect.poll(async () => (await store().find(id))?.done).toBe(1);
    await jobs?.close();
    expect(await stateOf(id)).toBe("waiting");
    let found: unknown;
    start(async ({ memory }) => {
      found = memory;
      return { outcome: {}, result: null };
    });
    await ended(id);
    expect(found).toEqual({ place: 1 });
  });

  test("whose holder fell silent is taken over, and the old holder can write no more", async () => {
    const id = await ask();
    const queue = postgresJobQueue(database());
    const first = await queue.take(1);
    await expect.poll(() => queue.take(60_000)).toMatchObject({ id, attempts: 2 });
    if (!first) throw new Error("nothing was taken");
    expect(await queue.note(first, 60_000)).toBe("lost");
    expect(await queue.end(first, { state: "cancelled" })).toBeUndefined();
  });

  test("loses its result when that is old", async () => {
    const id = await ask();
    start(async (_job, desk) => ({
      outcome: {},
      result: await desk.keep({ name: "a", mediaType: "text/plain", bytes: chunks(1, 1) }),
    }));
    const parts = (await ended(id)).result?.parts ?? 0;
    await jobs?.close();
    start(endless, undefined, () => new Date(Date.now() + 8 * 24 * 3_600_000));
    await expect.poll(async () => (await store().find(id))?.result).toBeNull();
    await expect(readAll(id, parts)).rejects.toThrow("is gone");
  });
});

const endless: Work = async (_job, desk) => {
  for (;;) {
    await desk.report({ done: 1, total: 2, memory: { place: 1 } });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

function start(work: Work, liveEvents = memoryLiveEvents(), now = () => new Date()): void {
  jobs = startJobs({
    jobQueue: postgresJobQueue(database()),
    objectStore: folderObjectStore(folder),
    liveEvents,
    log: quiet,
    now,
    works: { recompute: work },
  });
}

function store() {
  return postgresJobStore(database());
}

async function ask(id: string = randomUUID()): Promise<string> {
  await store().create({ id, studyId, kind: "recompute", wish: {}, createdBy: "test" });
  return id;
}

async function stateOf(id: string) {
  return (await store().find(id))?.state;
}

async function ended(id: string) {
  await expect.poll(async () => (await store().find(id))?.endedAt ?? null).not.toBeNull();
  const job = await store().find(id);
  if (!job) throw new Error("no such job");
  return job;
}

async function readAll(id: string, parts: number): Promise<number> {
  let read = 0;
  for await (const part of readResult(folderObjectStore(folder), id, parts)) read += part.length;
  return read;
}

function listen() {
  const events = memoryLiveEvents();
  const heard: NumberedEvent[] = [];
  events.subscribe((event) => {
    heard.push(event);
  });
  return {
    events,
    states: () => heard.flatMap(({ event }) => (event.kind === "job" ? [event.state] : [])),
  };
}

async function* chunks(count: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; chunk < count; chunk++) yield new Uint8Array(bytes);
}
