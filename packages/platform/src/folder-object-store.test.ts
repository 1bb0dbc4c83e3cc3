import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderObjectStore } from "./folder-object-store.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zpr-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("gives back the newest bytes of a key, and nothing for one it never had", async () => {
  const store = folderObjectStore(folder);
  await store.put("sightings/a/1.jpg", Buffer.from("first"));
  await store.put("sightings/a/1.jpg", Buffer.from("second"));
  expect(Buffer.from((await store.get("sightings/a/1.jpg")) ?? []).toString()).toBe("second");
  expect(await store.get("sightings/b/1.jpg")).toBeUndefined();
  expect(await readdir(join(folder, "sightings/a"))).toEqual(["1.jpg"]);
});

test("never leaves its folder", async () => {
  const store = folderObjectStore(join(folder, "objects"));
  await expect(store.put("../escaped", Buffer.from("x"))).rejects.toThrow("leaves its folder");
  await expect(store.get("../../etc/passwd")).rejects.toThrow("leaves its folder");
});
